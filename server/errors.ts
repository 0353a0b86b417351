import 'server-only';

/** Why a write did not happen. Each has a sentence in messages/<locale>/errors.ts. */
export type RefusalCode = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'signed-out';

/** A field that did not pass: its path ('entries.3.claim') and the name of what is wrong with it (messages errors.fields). */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

/** Thrown by commands; server/action.ts turns it into a typed result. Never shown as it is. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly command: string,
    readonly fields: readonly FieldProblem[] = [],
    /** A key of messages errors.reasons that says more than the code does. */
    readonly reason?: string,
  ) {
    super(`${command}: ${code}`);
    this.name = 'Refusal';
  }
}
