import 'server-only';
import type { z } from 'zod';
import type { Month } from '@/domain/month';
import type { RefusedCode } from '@/domain/result';

/** A field that did not pass: its path ('entries.3.claim'), what is wrong (messages errors.fields), the limit it broke, and the number of the record it runs into. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
  readonly limit?: number;
  readonly named?: string;
}

/** Somebody's deed: `deed` is a key of messages errors.deeds, `at` epoch milliseconds. */
export interface Happened {
  readonly who: string;
  readonly deed: string;
  readonly at: number;
}

/** Thrown by commands; server/told.ts puts it into words. Never shown as it is. */
export class Refusal extends Error {
  constructor(
    readonly code: Exclude<RefusedCode, 'failed'>,
    readonly command: string,
    readonly fields: readonly FieldProblem[] = [],
    /** A key of messages errors.reasons that says more than the code does. */
    readonly reason?: string,
    /** What somebody else did just before: a conflict says who, what and when. */
    readonly happened?: Happened | null,
  ) {
    super(`${command}: ${code}`);
    this.name = 'Refusal';
  }
}

/** A month that takes nothing any more: says which, and since when (the first locked instant). */
export class LockedRefusal extends Refusal {
  constructor(
    command: string,
    readonly month: Month,
    readonly lockAt: Date,
  ) {
    super('forbidden', command, [], 'locked');
    this.name = 'LockedRefusal';
  }
}

/**
 * What zod found, in the product's words. A schema names its own problem by its message: refine(…, 'weak-password').
 * No typed value is kept: problems may be logged.
 */
export function problemsOf(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  return issues.map((issue) => ({ field: issue.path.map(String).join('.'), ...problemOf(issue) }));
}

function problemOf(issue: z.core.$ZodIssue): Omit<FieldProblem, 'field'> {
  switch (issue.code) {
    case 'too_small': {
      const limit = Number(issue.minimum);
      if (issue.origin === 'string' || issue.origin === 'array') return limit <= 1 ? { problem: 'required' } : { problem: 'short', limit };
      return { problem: 'small', limit };
    }
    case 'too_big':
      return { problem: issue.origin === 'string' || issue.origin === 'array' ? 'long' : 'big', limit: Number(issue.maximum) };
    case 'invalid_type':
      return { problem: issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'required' };
    case 'invalid_value':
      return { problem: 'choice' };
    case 'custom':
      return { problem: issue.message };
    default:
      return { problem: 'format' };
  }
}

const CONFLICTS = new Set(['23505', '23503', '23514', '40001', '40P01', '55P03']);
/** Row-level security refused the new row: it lies outside the viewer's ground. */
const OUTSIDE = '42501';

/** What the relief fund's triggers refuse because of who asks; whatever else they refuse, the case moved on meanwhile. */
const OF_THE_PERSON = new Set(['relief_acts_twice', 'relief_relative', 'relief_in_another_name']);

/**
 * A database refusal as a command's: a constraint that a race broke is a conflict, a row outside the fence is not found. The gates
 * of the relief fund (db/migrations/0021) name what they miss; messages errors.reasons says it.
 */
export function refusalOf(failure: unknown, command: string): unknown {
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
  const constraint = failure instanceof Error && 'constraint' in failure ? String(failure.constraint) : '';
  if (code === '23514' && constraint.startsWith('relief_')) return new Refusal(OF_THE_PERSON.has(constraint) ? 'forbidden' : 'conflict', command, [], constraint);
  if (CONFLICTS.has(code)) return new Refusal('conflict', command);
  return code === OUTSIDE ? new Refusal('not-found', command) : failure;
}
