import 'server-only';
import { sql } from 'drizzle-orm';
import type { Month } from '@/domain/month';
import { may } from '@/domain/access';
import type { IndicatorId } from '@/domain/indicators';
import { TARGET } from '@/domain/letter-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';

interface Target extends Record<string, unknown> {
  id: number | 'new';
  division: string;
  year: number;
  line: string | null;
  indicator: IndicatorId;
  target: number | null;
  dueMonth: Month | null;
  text: string | null;
  version: number;
  signed: boolean;
}

/** Sets what the county wants of a line, or of the whole county, in a year. Until somebody has signed for it; then it is amended letter by letter. */
export const setTarget = command('target.set')
  .input(TARGET)
  .load(async ({ tx, input }) => {
    const { rows } = await tx.execute<Target>(sql`
      select t.id, t.division, t.year, t.line, t.indicator, t.target::float8 as target, t.due_month as "dueMonth", t.text, t.version,
        exists (select from letter_clauses c join letter_versions v on v.letter_id = c.letter_id and v.no = c.version where c.target_id = t.id and v.state in ('offered', 'signed')) as signed
      from county_targets t where t.year = ${input.year} and t.line is not distinct from ${input.line} and t.indicator = ${input.indicator} for update of t`);
    if (rows[0]) return rows[0];
    const place = await tx.execute<{ division: string }>(sql`
      select code as division from divisions where level = 'county' and (${input.line}::text is null or exists (select from lines where code = ${input.line}))`);
    const [county] = place.rows;
    return county && { id: 'new' as const, ...county, year: input.year, line: input.line, indicator: input.indicator, target: null, dueMonth: null, text: null, version: 0, signed: false };
  })
  .can((viewer) => may(viewer, 'targets.set'))
  .run(async ({ tx, subject, input }) => {
    const { year, line, indicator, target, dueMonth, text, version } = input;
    if (subject.signed) throw new Refusal('forbidden', 'target.set', [], 'target-signed');
    if (subject.version !== version) return null;
    const { rows } = await tx.execute<{ id: number }>(subject.id === 'new'
      ? sql`insert into county_targets (year, line, division, indicator, target, due_month, text) values (${year}, ${line}, ${subject.division}, ${indicator}, ${target}, ${dueMonth}, ${text}) on conflict do nothing returning id`
      : sql`update county_targets set target = ${target}, due_month = ${dueMonth}, text = ${text}, version = version + 1 where id = ${subject.id} and version = ${version} returning id`);
    const [row] = rows;
    return row && { id: row.id, division: subject.division, year, line, indicator, target, dueMonth, text, version: version + 1, signed: false };
  });
