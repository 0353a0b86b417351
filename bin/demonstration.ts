import { randomInt } from 'node:crypto';
import { moveDemonstrationClock } from '../db/demonstration-clock';
import type { Engine } from '../db/engine/engine';
import { demonstrationHash, setDemonstrationPassword } from '../db/demonstration-password';
import { isKept, kept } from '../db/keys';
import { verifyPassword } from '../db/password';
import { isEmpty, loadCounty } from '../db/seed/load';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';
const DIGITS = '23456789';
const pick = (from: string, count: number) => Array.from({ length: count }, () => from[randomInt(from.length)]).join('');

const KEPT = 'demo-password';
/** Made up at the first start and kept in the data folder. */
const ownPassword = (): string => kept(KEPT, () => `Guatu-${pick(LETTERS, 6)}-${pick(DIGITS, 4)}`);

/**
 * Loads the demonstration county into an empty database, with progress, and moves it on to DEMO_TODAY. Returns what to tell
 * whoever started it; null where the county is no demonstration.
 */
export async function loadDemonstration(engine: Engine): Promise<string | null> {
  await engine.unhurried(async (owner) => {
    if (await isEmpty(owner.pool)) await load(owner);
  });
  if (process.env.DEMO_TODAY) await moveOn(engine, process.env.DEMO_TODAY);
  const hash = await demonstrationHash(engine);
  if (hash === null) return null;
  const password = await knownPassword(engine, hash);
  return [
    `演示账号 · demonstration accounts (${password === null ? UNKNOWN : `密码 · password: ${password}`})`,
    '  leader      县领导，看挂图大屏 · county leader, the wall',
    '  office      县脱贫办，复验清单 · county office, verifies checklists',
    '  post-01     分指挥部，填报清单 · sub-command, files a checklist',
    '  cadre-00001 帮扶干部 · cadre      auditor 审计 · auditor',
  ].join('\n');
}

const UNKNOWN = '密码由载入示范县的那次启动或最近一次 DEMO_PASSWORD 设定，本机没有保存 · the password is of the start that loaded the county or of the latest DEMO_PASSWORD, and not kept here';

/** The demonstration accounts' password as far as this process knows it: DEMO_PASSWORD, which is theirs from now on, or the kept one, if it opens them. */
async function knownPassword(engine: Engine, hash: string): Promise<string | null> {
  const { DEMO_PASSWORD: given } = process.env;
  const known = given || (isKept(KEPT) ? ownPassword() : null);
  if (known && (await verifyPassword(known, hash))) return known;
  if (!given) return null;
  await setDemonstrationPassword(engine, given);
  return given;
}

async function moveOn(engine: Engine, day: string): Promise<void> {
  const today = await moveDemonstrationClock(engine, day);
  if (today > day) console.log(`示范县已是 ${today}，DEMO_TODAY=${day} 已经过去，日期不变 · the demonstration county is past DEMO_TODAY=${day}, its date stays`);
}

async function load(owner: Engine): Promise<void> {
  await loadCounty(owner, { password: process.env.DEMO_PASSWORD || ownPassword(), progress: reporter() });
  if (process.stdout.isTTY) process.stdout.write('\n');
}

function reporter() {
  let said = '';
  return (done: number, total: number, label: string) => {
    const percent = Math.floor((done / total) * 100);
    const shown = process.stdout.isTTY ? percent : percent - (percent % 10);
    const line = `载入示范县 · loading the demonstration county: ${label} ${shown}%`;
    if (line === said) return;
    said = line;
    process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  };
}
