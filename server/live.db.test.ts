import { expect, test } from 'vitest';
import { engine } from '@/db/engine/engine';
import { type Area, areaOf } from '@/domain/area';
import type { Viewer } from '@/domain/viewer';
import { changeStream, concerns } from './live';

const viewerAt = (area: Area | null) => ({ scope: { area } }) as unknown as Viewer;
const tell = async (payload: unknown) => (await engine()).pool.query(`select pg_notify('changes', $1)`, [typeof payload === 'string' ? payload : JSON.stringify(payload)]);

/** Reads until the text arrives or the stream ends; the test's own time limit stands guard. */
function reader(stream: ReadableStream<Uint8Array>) {
  const source = stream.getReader();
  const decoder = new TextDecoder();
  let heard = '';
  const until = async (text: string) => {
    for (;;) {
      if (heard.includes(text)) return heard;
      const { done, value } = await source.read();
      if (done) return heard;
      heard += decoder.decode(value);
    }
  };
  return { until, cancel: () => source.cancel() };
}

test('a change on the viewer’s ground arrives, without the place or anybody’s name; one elsewhere does not', async () => {
  const viewer = viewerAt(areaOf('510823101'));
  const stream = reader(changeStream(viewer, async () => viewer, new AbortController().signal));
  await stream.until('retry');
  await tell({ kind: 'checklist', division: '510823102001', months: ['2018-01'] });
  await tell({ kind: 'checklist', division: '510823101001', months: ['2018-02'], person: 'nobody' });
  const heard = await stream.until('2018-02');
  expect(heard).toContain('data: {"kind":"checklist","months":["2018-02"]}\n\n');
  expect(heard).not.toContain('2018-01');
  expect(heard).not.toContain('510823');
  expect(heard).not.toContain('nobody');
  await stream.cancel();
});

test('a payload that is no change is passed over', async () => {
  const viewer = viewerAt(areaOf('510823'));
  const stream = reader(changeStream(viewer, async () => viewer, new AbortController().signal));
  await stream.until('retry');
  await tell('not json');
  await tell({ months: [] });
  await tell({ kind: 'visit', division: null, months: ['2018-02'] });
  expect(await stream.until('visit')).toBe('retry: 2000\n\ndata: {"kind":"visit","months":["2018-02"]}\n\n');
  await stream.cancel();
});

test('the stream lives with the session: it ends at the heartbeat that finds it revoked', async () => {
  const viewer = viewerAt(areaOf('510823'));
  let beats = 0;
  const stream = reader(changeStream(viewer, async () => (++beats < 3 ? viewer : null), new AbortController().signal, 0.01));
  expect(await stream.until('never')).toBe('retry: 2000\n\n: alive\n\n: alive\n\n');
});

test('it looks again at once when the rights of its viewer change, and says nothing of it to anybody', async () => {
  const viewer = { ...viewerAt(areaOf('510823101')), personId: 7 } as Viewer;
  let looked = 0;
  const stream = reader(changeStream(viewer, async () => (++looked, null), new AbortController().signal, 3600));
  await stream.until('retry');
  await tell({ kind: 'rights', people: [8] });
  await tell({ kind: 'rights', people: [7, 9] });
  const heard = await stream.until('never');
  expect(looked).toBe(1);
  expect(heard).not.toContain('rights');
});

test('it ends when the browser leaves, and hears on when the database is away for a moment', async () => {
  const viewer = viewerAt(areaOf('510823'));
  const browser = new AbortController();
  const stream = reader(changeStream(viewer, () => Promise.reject(new Error('away')), browser.signal, 0.01));
  await stream.until(': alive');
  browser.abort();
  await stream.until('never');
});

test('whose ground a change is on', () => {
  const county = { kind: 'checklist', division: '510823', months: [] };
  expect(concerns(viewerAt(areaOf('510823')), county)).toBe(true);
  expect(concerns(viewerAt(areaOf('510823101')), county)).toBe(false);
  expect(concerns(viewerAt(null), county)).toBe(false);
  expect(concerns(viewerAt(null), { ...county, division: null })).toBe(true);
});
