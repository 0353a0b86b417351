// Hears every statement that goes through the `pg` driver of this process. Measurements only: nothing of the product loads it
// but by `node --import ./bench/recorder.mjs`, with GUATU_STATEMENTS naming the file that the statements are appended to.
import { appendFileSync } from 'node:fs';
import pg from 'pg';

const numbers = new WeakMap();
let connections = 0;
let hear = null;

const query = pg.Client.prototype.query;
pg.Client.prototype.query = function heard(config, values, ...rest) {
  const asked = query.call(this, config, values, ...rest);
  if (!hear || typeof config?.submit === 'function') return asked;
  if (!numbers.has(this)) numbers.set(this, ++connections);
  const statement = { connection: numbers.get(this), text: config?.text ?? config, values: (Array.isArray(values) ? values : config?.values) ?? [], ms: 0 };
  const began = performance.now();
  if (typeof asked?.then === 'function') asked.then(() => (statement.ms = performance.now() - began), () => {});
  hear(statement);
  return asked;
};

/** The statements sent while `run` ran, with the milliseconds each took, and what it returned. */
export async function recorded(run) {
  const statements = [];
  hear = (statement) => void statements.push(statement);
  try {
    return { result: await run(), statements };
  } finally {
    hear = null;
  }
}

const file = process.env.GUATU_STATEMENTS;
if (file) hear = ({ connection, text, values }) => appendFileSync(file, `${JSON.stringify({ connection, text, values })}\n`);
