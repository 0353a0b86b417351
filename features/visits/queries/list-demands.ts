import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import { walking } from '@/db/walking';
import type { Area } from '@/domain/area';
import type { DemandAnswer, DemandKind } from '@/domain/visit';
import type { Viewer } from '@/domain/viewer';

export const DEMANDS_PER_PAGE = 50;
export const DEMAND_LISTS = ['open', 'overdue', 'answered'] as const;
export type DemandList = (typeof DEMAND_LISTS)[number];
export const isDemandList = (text: string): text is DemandList => (DEMAND_LISTS as readonly string[]).includes(text);

export interface DemandRow extends Record<string, unknown> {
  id: number;
  visitId: number;
  householdId: number;
  headName: string;
  place: string;
  /** Who answers for the household today. */
  cadre: string | null;
  kind: DemandKind;
  text: string | null;
  raisedOn: string;
  raisedBy: string;
  promise: string | null;
  dueOn: string | null;
  answeredOn: string | null;
  answeredBy: string | null;
  answer: DemandAnswer | null;
  answerText: string | null;
}

const WHICH: Record<DemandList, { where: SQL; order: SQL }> = {
  open: { where: sql`d.answered_on is null`, order: sql`d.raised_on, d.id` },
  overdue: { where: sql`d.answered_on is null and d.due_on is not null and d.due_on < (county_now() at time zone 'Asia/Shanghai')::date`, order: sql`d.due_on, d.id` },
  answered: { where: sql`d.answered_on is not null`, order: sql`d.raised_on desc, d.id desc` },
};

const COLUMNS = sql`d.id, d.visit_id as "visitId", d.household_id as "householdId", h.head_name as "headName", t.short_name || ' ' || v.short_name as place,
  (select p.name from assignments a join people p on p.id = a.person_id where a.household_id = d.household_id and a.ends_on is null) as cadre,
  d.kind, d.text, to_char(d.raised_on, 'YYYY-MM-DD') as "raisedOn", (select p.name from visits x join people p on p.id = x.person_id where x.id = d.visit_id) as "raisedBy",
  d.promise, to_char(d.due_on, 'YYYY-MM-DD') as "dueOn", to_char(d.answered_on, 'YYYY-MM-DD') as "answeredOn",
  (select p.name from people p where p.id = d.answered_by) as "answeredBy", d.answer, d.answer_text as "answerText"`;

const JOINS = sql`join households h on h.id = d.household_id join divisions v on v.code = d.division join divisions t on t.code = v.parent`;

/** The answered of the county or a zone are walked newest first; those of a township are few enough to sort. */
const inIndexOrder = (area: Area, list: DemandList): boolean => list === 'answered' && area.from.length < 9;

/** Demands of an area, fifty to a page from 1: the open ones longest waiting first, the overdue by their day, the answered newest first. */
export async function listDemands(viewer: Viewer, { area, list, page }: { area: Area; list: DemandList; page: number }): Promise<{ rows: DemandRow[]; more: boolean }> {
  const { where, order } = WHICH[list];
  return fenced(viewer, async (tx) => {
    // The page is cut before names are looked up.
    const { rows } = await walking(tx, inIndexOrder(area, list), () => tx.execute<DemandRow>(sql`
      with page as materialized (
        select d.* from demands d where ${where} and ${inArea(sql`d.division`, area)} order by ${order} limit ${DEMANDS_PER_PAGE + 1} offset ${(page - 1) * DEMANDS_PER_PAGE}
      )
      select ${COLUMNS} from page d ${JOINS} order by ${order}`));
    return { rows: rows.slice(0, DEMANDS_PER_PAGE), more: rows.length > DEMANDS_PER_PAGE };
  });
}

/** All that one household asked for: what is open first, then the newest. */
export async function householdDemands(viewer: Viewer, household: number): Promise<DemandRow[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<DemandRow>(sql`
      select ${COLUMNS} from demands d ${JOINS} where d.household_id = ${household}
      order by d.answered_on is not null, d.raised_on desc, d.id desc limit ${DEMANDS_PER_PAGE}`);
    return rows;
  });
}
