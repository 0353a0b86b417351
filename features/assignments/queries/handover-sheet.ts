import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Safeguards } from '@/domain/exit';
import type { Cause } from '@/domain/household';
import type { DemandKind } from '@/domain/visit';
import type { Viewer } from '@/domain/viewer';

export interface Handover extends Record<string, unknown> {
  id: number;
  division: string;
  village: string;
  township: string;
  fromId: number | null;
  fromName: string | null;
  toId: number;
  toName: string;
  byName: string;
  reason: string;
  at: string;
  givenAt: string | null;
  takenAt: string | null;
  /** The giver no longer serves in the village: made and confirmed by the office in one. */
  giverLeft: boolean;
  today: string;
}

export interface HandedHousehold extends Record<string, unknown> {
  id: number;
  no: string;
  headName: string;
  people: number;
  mainCause: Cause;
  exitedOn: string | null;
  safeguards: Safeguards;
  lastVisit: string | null;
  /** What was asked for and not answered yet, newest first. */
  demands: { on: string; kind: DemandKind; text: string | null; promise: string | null; dueOn: string | null }[];
}

export interface HandoverSheet {
  handover: Handover;
  /** Those the viewer may open: a giver who is no longer responsible sees none. */
  households: HandedHousehold[];
}

/** A hand-over with its households, what they still need and when they were last called on. Null outside the viewer's fence. */
export async function handoverSheet(viewer: Viewer, id: number): Promise<HandoverSheet | null> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Handover>(sql`
      select h.id, h.division, v.name as village, t.name as township, h.from_person_id as "fromId", giver.name as "fromName", h.to_person_id as "toId",
        taker.name as "toName", maker.name as "byName", h.reason, h.at, h.given_at as "givenAt", h.taken_at as "takenAt",
        h.from_person_id is not null and coalesce(h.given_at = h.at, false) as "giverLeft", to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today
      from handovers h join divisions v on v.code = h.division left join divisions t on t.code = v.parent
      left join people giver on giver.id = h.from_person_id join people taker on taker.id = h.to_person_id join people maker on maker.id = h.made_by
      where h.id = ${id}`);
    const [handover] = rows;
    if (!handover) return null;
    const households = await tx.execute<HandedHousehold>(sql`
      select h.id, h.no, h.head_name as "headName", (select count(*)::int from members m where m.household_id = h.id) as people,
        h.main_cause as "mainCause", h.exited_on as "exitedOn",
        json_build_object('schooling', h.schooling_since, 'medical', h.medical_since, 'housing', h.housing_since, 'water', h.water_since,
          'electricity', h.electricity_since, 'broadcast', h.broadcast_since) as safeguards,
        (select max(v.visited_on) from visits v where v.household_id = h.id) as "lastVisit",
        (select coalesce(json_agg(json_build_object('on', d.raised_on, 'kind', d.kind, 'text', d.text, 'promise', d.promise, 'dueOn', d.due_on) order by d.raised_on desc), '[]')
          from demands d where d.household_id = h.id and d.answered_on is null) as demands
      from assignments a join households h on h.id = a.household_id
      where a.division = ${handover.division} and a.handover_id = ${id} order by h.id`);
    return { handover, households: households.rows };
  });
}
