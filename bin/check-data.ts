import { sealedUntil } from '../db/audit-seals';
import { closeEngine, engine } from '../db/engine/engine';
import { StartProblem } from '../db/engine/problem';
import { asSystem } from '../db/fence';
import { INVARIANTS, violations } from '../db/invariants';
import { differences } from '../db/measure';
import { isMigrated } from '../db/migrate';

/** npm run check:data: counts every measurement again from its rows, and looks for what must never be. Ends with 1 when anything is found. */
async function check(): Promise<number> {
  const database = await engine();
  if (!(await isMigrated(database))) throw new StartProblem('数据库与程序版本不一致，请先启动一次', 'the database is not at the code’s version: start the product once');
  return asSystem('job', async (tx) => {
    const differ = await differences(tx);
    for (const { indicator, division, month, measured, counted } of differ) console.log(`difference  ${indicator}  ${division}  ${month}  measured ${measured}, counted ${counted}`);
    const broken = await violations(tx);
    for (const { invariant, subject, division, detail } of broken) console.log(`${invariant}  ${division ?? ''}  ${subject}: ${detail}`);
    const seal = await sealedUntil(tx);
    if (seal) console.log(`审计链 · audit trail sealed to no. ${seal.no}  ${seal.hash}`);
    const found = differ.length + broken.length;
    console.log(found === 0 ? `数据核对无误 · sound: every measurement is its rows, ${Object.keys(INVARIANTS).length} invariants hold` : `发现 ${found} 处 · ${found} found`);
    return found;
  }, 'read');
}

try {
  process.exitCode = (await check()) > 0 ? 1 : 0;
} catch (problem) {
  console.error(problem instanceof StartProblem ? problem.message : problem);
  process.exitCode = 1;
} finally {
  await closeEngine();
}
