import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { issueChecklists } from '@/db/checklist-issue';
import { sendDigests, sendReminders } from '@/db/inbox';
import { making, makePerson, makeTownship, makeVillage, setClock } from '@/db/testing/fixtures';
import type { Viewer } from '@/domain/viewer';
import { Refusal } from '@/server/errors';
import { viewerOf } from '@/server/testing/asking';
import { readAllMessages } from '../commands/read-all-messages';
import { readMessage } from '../commands/read-message';
import { countUnread } from './count-unread';
import { readInbox } from './read-inbox';

const MONTH = '2018-02';

/** A township secretary over two first secretaries; all reminded on the due day, the secretary told of both. */
async function scene() {
  const made = await making(async (tx) => {
    const township = await makeTownship(tx);
    const chief = await makePerson(tx, 'township-secretary', { division: township });
    const filers = [await makePerson(tx, 'first-secretary', { division: await makeVillage(tx, township) }), await makePerson(tx, 'first-secretary', { division: await makeVillage(tx, township) })] as const;
    for (const { postId } of filers) await tx.execute(sql`update posts set parent_id = ${chief.postId} where id = ${postId}`);
    await tx.execute(sql`delete from inbox_messages`);
    await issueChecklists(tx, MONTH);
    await sendReminders(tx, MONTH, 'due');
    await sendDigests(tx, MONTH, 'due');
    return { chief, filers };
  });
  return { chief: await viewerOf(made.chief), filers: await Promise.all(made.filers.map(viewerOf)) as [Viewer, Viewer] };
}

const file = (viewer: Viewer) => making((tx) => tx.execute(sql`update checklists set state = 'submitted', first_submitted_at = county_now() where person_id = ${viewer.personId}`));

beforeAll(() => making(async (tx) => {
  await setClock(tx, '2018-03-05 08:00+08');
  await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01')`);
}), 120_000);

it('shows everybody their own, and clears itself when the record exists', async () => {
  const { chief, filers: [one, two] } = await scene();
  expect((await readInbox(one, 1)).rows).toMatchObject([{ kind: 'reminder', moment: 'due', settled: false, dueAt: new Date('2018-03-05T16:00:00Z') }]);
  expect((await readInbox(chief, 1)).rows).toMatchObject([{ kind: 'digest', missing: 2, missingNow: 2, settled: false }]);
  expect([await countUnread(one), await countUnread(chief)]).toEqual([1, 1]);
  await file(one);
  expect([await countUnread(one), await countUnread(two), await countUnread(chief)]).toEqual([0, 1, 1]);
  expect((await readInbox(chief, 1)).rows).toMatchObject([{ missing: 2, missingNow: 1, settled: false }]);
  await file(two);
  expect((await readInbox(chief, 1)).rows).toMatchObject([{ missingNow: 0, settled: true }]);
  expect(await countUnread(chief)).toBe(0);
});

it('asks for nothing any more once the month is locked', async () => {
  const { filers: [one, two] } = await scene();
  await file(two);
  await making((tx) => tx.execute(sql`update checklists set state = 'returned' where person_id = ${two.personId}`));
  await making((tx) => setClock(tx, '2018-03-10 23:59+08'));
  expect((await readInbox(one, 1)).rows).toMatchObject([{ moment: 'due', lockAt: new Date('2018-03-10T16:00:00Z') }]);
  await making((tx) => setClock(tx, '2018-03-11 00:00+08'));
  expect((await readInbox(one, 1)).rows).toMatchObject([{ moment: 'locked', settled: false }]);
  expect((await readInbox(two, 1)).rows, 'who filed is not told that they did not').toMatchObject([{ moment: 'due', settled: true }]);
  await making((tx) => setClock(tx, '2018-03-05 08:00+08'));
});

it('is read by its recipient only; twice is no mistake; each leaves an audit row', async () => {
  const { chief, filers: [one, two] } = await scene();
  const id = (await readInbox(one, 1)).rows[0]!.id;
  const refused = await readMessage(two, { id }).then(() => null, (failure: unknown) => failure);
  expect(refused instanceof Refusal && refused.code).toBe('not-found');
  expect(await readMessage(chief, { id }).then(() => 'read', () => 'refused')).toBe('refused');
  await Promise.all([readMessage(one, { id }), readMessage(one, { id })]);
  expect(await countUnread(one)).toBe(0);
  expect((await readInbox(one, 1)).rows[0]).toMatchObject({ read: true, settled: false });
  await readAllMessages(chief, {});
  expect([await countUnread(chief), await countUnread(two)]).toEqual([0, 1]);
  const { rows } = await making((tx) => tx.execute(sql`select set_config('app.audit', 'all', true)`).then(() => tx.execute<{ command: string }>(sql`
    select command from audits where subject_kind = 'message' and person_id in (${one.personId}, ${chief.personId}) order by id`)));
  expect(rows.map(({ command }) => command)).toEqual(['message.read', 'message.read', 'message.read-all']);
});
