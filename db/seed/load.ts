import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { BANK_LAYOUT } from '@/domain/bank-file';
import type { Engine } from '../engine/engine';
import { LOCKS } from '../locks';
import { measureAll } from '../measure';
import { setMeasuredDay } from '../measured-day';
import { hashPassword } from '../password';
import { handovers, assignments as assignmentTable, households as householdTable, incomes, members as memberTable } from '../schema/households';
import { housingCases, sites as siteTable } from '../schema/measures';
import { demands as demandTable, visits as visitTable } from '../schema/visits';
import { makeAssignments } from './assignments';
import { writeChecklists, writeEntries } from './checklists';
import { QUESTIONS, type Asked } from './cast/templates';
import { enterSecondFinance, makeCommand, writeCommand } from './command';
import { chooseCorrections, correct, mistake } from './corrections';
import { writeEmployment } from './employment';
import { enterDepartments } from './departments';
import { makeFilings } from './filings';
import { makeGround, writeGround } from './ground';
import { makeHouseholds } from './households';
import { makeHousing } from './housing';
import { makeIncomes } from './incomes';
import { writeIndustry } from './industry';
import { bookLateReviews } from './late-reviews';
import { writeLetters } from './letters';
import { makeMembers } from './members';
import { writeMonths } from './months';
import { loadReadings } from './readings';
import { makeRegistry } from './registry';
import { writeRelief } from './relief';
import { Roll } from './roll';
import { COUNTY, FILING, ROWS, SEED_VERSION, TODAY } from './shape';
import { makeSpotChecks, writeSpotChecks } from './spot-checks';
import { writeEvaluations, writeFunds, writeSociety } from './society';
import { TARGET_INDICATORS } from './targets';
import { makeTeams } from './teams';
import { makeVisits } from './visits';
import { Writer, suspendIndexes } from './write';

/** How far a load is: rows written of about how many, and of which part. */
export type Progress = (done: number, total: number, label: string) => void;

/** Whether nothing was ever loaded or entered: an installation has its divisions before anything else. */
export async function isEmpty(database: pg.Pool | pg.ClientBase): Promise<boolean> {
  const { rows } = await database.query<{ empty: boolean }>('select not exists (select from divisions) as empty');
  return rows[0]!.empty;
}

/**
 * Makes the demonstration county in one transaction: a load that was killed leaves an empty database behind. Of two that start
 * together the second waits for the first, and leaves what it finds then. The same seed makes the same rows on every engine, but for the
 * installation's own password hash and clock offset.
 */
export async function loadCounty(engine: Engine, options: { password: string; progress: Progress }): Promise<void> {
  const passwordHash = await hashPassword(options.password);
  let label = '行政区划 · divisions';
  const tx = await engine.pool.connect();
  try {
    await tx.query('begin');
    await tx.query('select pg_advisory_xact_lock($1, 0)', [LOCKS.loading]);
    if (!(await isEmpty(tx))) {
      await tx.query('rollback');
      return;
    }
    // A plain owner is fenced like everybody else: the loader sees and writes the whole county.
    await tx.query(`select set_config('app.from', '0', true), set_config('app.to', ':', true), set_config('app.townships', '*', true), set_config('app.households', '*', true), set_config('app.audit', 'all', true)`);
    await tx.query(`set local work_mem = '32MB'; set local maintenance_work_mem = '64MB'`);
    const restoreIndexes = await suspendIndexes(tx);
    const out = new Writer(tx, (written) => options.progress(Math.min(written, ROWS), ROWS, label));

    const ground = makeGround();
    await writeGround(out, ground);
    label = '贫困户 · households';
    const households = makeHouseholds(ground);
    const { cases, sites, housedOn } = makeHousing(ground, households);
    const members = makeMembers(households);
    await out.rows(householdTable, makeRegistry(households, members, housedOn));
    await out.rows(memberTable, members);
    await out.rows(siteTable, sites);
    await out.rows(housingCases, cases);

    label = '指挥体系 · command';
    const roll = new Roll();
    const command = makeCommand(roll, ground);
    const teams = makeTeams(roll, ground, command);
    const { assignments, handovers: given } = makeAssignments(roll, teams, households, command.reviewers[0]!);
    const departments = enterDepartments(roll, command.headquarters);
    enterSecondFinance(roll, command);
    await writeCommand(out, command);
    await roll.write(out);
    await out.rows(handovers, given);
    await out.rows(assignmentTable, assignments);

    label = '收入与走访 · incomes and visits';
    await out.rows(incomes, makeIncomes(households));
    const { visits, demands } = makeVisits(assignments, households);
    await out.rows(visitTable, visits);
    await out.rows(demandTable, demands);

    label = '帮扶措施与资金 · measures and funds';
    await writeIndustry(out, ground, households);
    await writeEmployment(out, ground, households, members);
    await writeSociety(out, ground);
    await writeFunds(out, ground);
    await writeEvaluations(out);

    label = '防返贫基金 · relief fund';
    await writeRelief(out, { roll, households, members });

    label = '实绩清单 · checklists';
    const leftOpen = new Set(roll.accounts.filter(({ username }) => (FILING.leftOpen as readonly string[]).includes(username)).map(({ personId }) => personId));
    const filings = makeFilings(roll, ground, command.reviewers, leftOpen);
    const spots = makeSpotChecks(filings, roll, ground, command.reviewers);
    await writeChecklists(out, filings);
    const corrections = await chooseCorrections(out, households);
    await mistake(out, corrections);

    await out.settled();
    label = '索引 · indexes';
    await restoreIndexes();
    out.advance(80_000);
    label = '指标 · indicators';
    await tx.query('analyze');
    await drizzle(tx).execute(setMeasuredDay(TODAY));
    await measureAll(drizzle(tx));
    await bookLateReviews(out, filings);
    out.advance(230_000);
    const read = await loadReadings(out, [...new Set([...(Object.keys(QUESTIONS) as Asked[]), ...TARGET_INDICATORS])]);
    await writeEntries(out, filings, read);
    label = '责任书 · responsibility letters';
    await writeLetters(out, { roll, ground, command, departments, read });
    await correct(out, corrections, command.reviewers[0]!);
    await writeMonths(out, command.reviewers[0]!);
    await writeSpotChecks(out, spots);
    await finish(out, passwordHash);
    await tx.query('commit');
    options.progress(ROWS, ROWS, label);
  } catch (error) {
    await tx.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    tx.release();
  }
  await engine.pool.query('analyze');
}

/** Identities go on after the loaded ones; the installation's own settings come last. */
async function finish(out: Writer, passwordHash: string): Promise<void> {
  const { rows } = await out.tx.query<{ name: string }>(`
    select c.table_name as name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'id' and c.is_identity = 'YES' order by 1`);
  for (const { name } of rows)
    await out.tx.query(`select setval(pg_get_serial_sequence('${name}', 'id'), greatest(1, (select max(id) from "${name}")), (select count(*) > 0 from "${name}"))`);
  // Rows up to here were loaded, not written by anybody: they have no audit row (db/invariants.ts).
  await out.tx.query(`insert into installation (key, value)
    select 'loaded_steps', coalesce(max(id), 0)::text from checklist_steps union all select 'loaded_handovers', coalesce(max(id), 0)::text from handovers
    union all select 'loaded_letter_steps', coalesce(max(id), 0)::text from letter_steps
    union all select 'loaded_relief_steps', coalesce(max(id), 0)::text from relief_steps`);
  // A batch that was sent keeps the columns it was sent in (db/relief-batches.ts).
  await out.tx.query(`insert into installation (key, value) select 'bank_columns:' || no, $1 from relief_batches where file_hash is not null`, [JSON.stringify(BANK_LAYOUT)]);
  await out.sql(
    `insert into installation (key, value)
     values ('county_code', $1), ('county_name', '剑阁县'), ('demo_password_hash', $2),
       ('clock_offset', extract(epoch from timestamptz '${TODAY} 09:00+08' - clock_timestamp()) || ' seconds'), ('seed', $3)`,
    [COUNTY, passwordHash, SEED_VERSION]);
}
