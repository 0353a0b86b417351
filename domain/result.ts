/** Why a write did not happen, as the screen is told. 'failed' is a fault of ours: nothing was saved. */
export type RefusedCode = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'signed-out' | 'failed';

/** A server action's answer. `fields` are sentences to show beside the fields, by name; `typed` gives back what was typed. */
export type ActionResult<Value = { id: number | string }> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly code: RefusedCode;
      readonly message: string;
      /** What exactly was refused, where a screen has something to offer for it: a key of messages errors.reasons. */
      readonly reason?: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly typed: Readonly<Record<string, string>>;
    };

/** The body of the answer to a form that is larger than the server takes. */
export const TOO_LARGE = 'too-large';

/** Why a server action gave no answer at all: the line is down, too much was sent, or something on the way broke. */
export function unanswered(failure: unknown): 'offline' | 'too-large' | 'failed' {
  if (failure instanceof TypeError) return 'offline';
  return failure instanceof Error && failure.message === TOO_LARGE ? TOO_LARGE : 'failed';
}
