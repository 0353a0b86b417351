import 'server-only';
import { formatDateTime, formatDeadline, formatMonth } from '@/domain/format';
import type { ActionResult } from '@/domain/result';
import { messages } from '@/messages/locale';
import { type FieldProblem, LockedRefusal, Refusal } from './errors';
import { currentLocale } from './locale';

/** A refusal in the user's language; anything else is a fault, logged without values and told as such. */
export async function told(failure: unknown, name: string): Promise<Omit<Extract<ActionResult, { ok: false }>, 'typed'>> {
  const locale = await currentLocale();
  const { errors } = messages(locale);
  if (!(failure instanceof Refusal)) {
    console.error(`${name} failed:`, failure instanceof Error ? failure.stack : 'unknown');
    return { ok: false, code: 'failed', message: errors.codes.failed, fields: {} };
  }
  if (failure instanceof LockedRefusal) {
    return { ok: false, code: failure.code, message: errors.locked(formatMonth(locale, failure.month), formatDeadline(locale, failure.lockAt)), fields: {} };
  }
  const reasons: Readonly<Record<string, string>> = errors.reasons;
  if (failure.happened) {
    const { who, deed, at } = failure.happened;
    const now = failure.reason ? reasons[failure.reason] : undefined;
    const message = errors.happened(who, (errors.deeds as Readonly<Record<string, string>>)[deed] ?? errors.deeds.other, formatDateTime(locale, new Date(at)), now);
    return { ok: false, code: failure.code, message, reason: failure.reason, fields: {} };
  }
  const message = (failure.reason ? reasons[failure.reason] : undefined) ?? errors.codes[failure.code];
  return { ok: false, code: failure.code, message, reason: failure.reason, fields: sentences(failure.fields, errors.fields) };
}

function sentences(problems: readonly FieldProblem[], texts: Readonly<Record<string, (limit: number, named?: string) => string>>): Record<string, string> {
  const told: Record<string, string> = {};
  for (const { field, problem, limit = 0, named } of problems) told[field] ??= (texts[problem] ?? texts.format)?.(limit, named) ?? '';
  return told;
}
