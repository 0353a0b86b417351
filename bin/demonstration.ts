import { randomInt } from 'node:crypto';
import { moveDemonstrationClock } from '../db/demonstration-clock';
import type { Engine } from '../db/engine/engine';
import { kept } from '../db/keys';
import { isEmpty, loadCounty } from '../db/seed/load';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';
const DIGITS = '23456789';
const pick = (from: string, count: number) => Array.from({ length: count }, () => from[randomInt(from.length)]).join('');

/** The demonstration accounts' password: DEMO_PASSWORD, or one made up at the first start and kept in the data folder. */
const password = (): string => process.env.DEMO_PASSWORD || kept('demo-password', () => `Guatu-${pick(LETTERS, 6)}-${pick(DIGITS, 4)}`);

/** Loads the demonstration county into an empty database, with progress, and moves it on to DEMO_TODAY. Returns what to tell whoever started it. */
export async function loadDemonstration(engine: Engine): Promise<string> {
  if (await isEmpty(engine)) await load(engine);
  if (process.env.DEMO_TODAY) await moveDemonstrationClock(engine, process.env.DEMO_TODAY);
  return [
    `演示账号 · demonstration accounts (密码 · password: ${password()})`,
    '  leader      县领导，看挂图大屏 · county leader, the wall',
    '  office      县脱贫办，复验清单 · county office, verifies checklists',
    '  post-01     分指挥部，填报清单 · sub-command, files a checklist',
    '  cadre-00001 帮扶干部 · cadre      auditor 审计 · auditor',
  ].join('\n');
}

async function load(engine: Engine): Promise<void> {
  await engine.unhurried((owner) => loadCounty(owner, { password: password(), progress: reporter() }));
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
