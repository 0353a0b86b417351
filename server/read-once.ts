import 'server-only';
import type { Viewer } from '@/domain/viewer';

/** Answers of one state of the database; the next state begins anew. */
let state = '';
let answers = new Map<string, Promise<unknown>>();
const KEPT = 200;

/**
 * Reads once for all who ask the same in the same state of the database (`now`, db/clock.ts): every change makes all walls of the
 * county ask again at the same moment. Answers are shared, nobody may change them. Not inside a transaction.
 * `question` names the query and everything it depends on but the viewer.
 */
export async function readOnce<T>(viewer: Viewer, now: string, question: string, read: () => Promise<T>): Promise<T> {
  if (now !== state || answers.size >= KEPT) {
    state = now;
    answers = new Map();
  }
  const mine = answers;
  const key = `${viewer.accountId} ${question}`;
  const asked = mine.get(key) as Promise<T> | undefined;
  if (asked) return asked;
  const answer = read();
  mine.set(key, answer);
  answer.catch(() => mine.delete(key));
  return answer;
}
