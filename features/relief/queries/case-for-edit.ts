import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { OTHER_COLUMNS, type OtherCase, othersOfCase } from '@/db/relief-others';
import type { ReliefCause, ReliefState } from '@/domain/relief';
import type { Worksheet } from '@/domain/relief-amount';
import type { Viewer } from '@/domain/viewer';
import type { FormPerson } from './application-form';

export interface EvidenceRow {
  readonly id: number;
  readonly name: string;
  readonly size: number;
}

export interface CaseForEdit extends Record<string, unknown> {
  id: number;
  no: string;
  division: string;
  villageName: string;
  householdId: number | null;
  headName: string;
  exitedOn: string | null;
  cause: ReliefCause;
  causeText: string;
  year: number;
  state: ReliefState;
  round: number;
  version: number;
  phoneTail: string | null;
  people: FormPerson[];
  evidence: EvidenceRow[];
  /** Other applications of the household or its people. */
  others: OtherCase[];
  /** The applicant's worksheet of the present round, fen. */
  worksheet: Worksheet | null;
  /** Why it was sent back: who, when (epoch milliseconds), what was said. */
  returned: { who: string | null; at: number; note: string | null } | null;
}

/** An application as its village works on it. Null outside the fence. */
export async function caseForEdit(viewer: Viewer, id: number): Promise<CaseForEdit | null> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<CaseForEdit>(sql`
      select c.id, c.no, c.division, v.name as "villageName", c.household_id as "householdId", c.head_name as "headName", to_char(h.exited_on, 'YYYY-MM-DD') as "exitedOn",
        c.cause, c.cause_text as "causeText", c.year, c.state, c.round, c.version, c.phone_tail as "phoneTail",
        coalesce((select json_agg(json_build_object('name', p.name, 'relation', p.relation, 'idMask', p.id_mask) order by p.id) from relief_people p where p.case_id = c.id), '[]') as people,
        coalesce((select json_agg(json_build_object('id', e.id, 'name', e.name, 'size', e.size) order by e.id) from relief_evidence e where e.case_id = c.id), '[]') as evidence,
        (select coalesce(json_agg(r order by r.id), '[]') from (select ${OTHER_COLUMNS} from relief_cases o where ${othersOfCase}) as r) as others,
        (select json_build_object('wage', w.wage, 'business', w.business, 'property', w.property, 'transfer', w.transfer, 'cost', w.cost)
          from relief_worksheets w where w.case_id = c.id and w.round = c.round and w.part = 'applicant') as worksheet,
        (select json_build_object('who', p.name, 'at', (extract(epoch from s.at) * 1000)::float8, 'note', s.note) from relief_steps s left join people p on p.id = s.person_id
          where s.case_id = c.id and s.verb in ('return-village', 'return-township', 'return-district') order by s.id desc limit 1) as returned
      from relief_cases c join divisions v on v.code = c.division left join households h on h.id = c.household_id where c.id = ${id}`);
    return rows[0] ?? null;
  });
}
