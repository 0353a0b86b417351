import 'server-only';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { ActionResult } from '@/domain/result';
import type { Viewer } from '@/domain/viewer';
import { caller } from './caller';
import type { Command } from './command';
import { formInput, typedIn, valueInput } from './form';
import { told } from './told';

/** Called with an object by a client component, or by a form through useActionState. */
export interface Action<Value> {
  (input: object): Promise<ActionResult<Value>>;
  (previous: ActionResult<Value> | null, form: FormData): Promise<ActionResult<Value>>;
}

type Row = { readonly id: number | string };

interface Manner<After extends Row, Value> {
  /** What the browser is told. Only the id when absent: the row itself may hold what is not for the screen. */
  readonly value?: (after: After) => Value;
  /** Where a form leads after it is done. */
  readonly to?: (after: After) => string;
  /** What must not happen inside the transaction (a slow hash, a decoded image): makes the command's input. May refuse. */
  readonly prepare?: (input: unknown, viewer: Viewer, address: string | null) => Promise<unknown>;
  /** What only a response can do once it is done (a cookie). */
  readonly done?: (after: After, viewer: Viewer, address: string | null) => Promise<void>;
}

/**
 * The one way from a screen to a command: who asks, from where, what was typed; and back a typed result in the user's language.
 * No error of the machine reaches the browser, and nothing that was typed is lost.
 */
export function action<After extends Row, Value = { id: number | string }>(command: Command<After>, manner: Manner<After, Value> = {}): Action<Value> {
  return async (...given: readonly unknown[]): Promise<ActionResult<Value>> => {
    const last = given.at(-1);
    const typed = last instanceof FormData ? typedIn(last) : {};
    let after: After;
    try {
      const { viewer, address } = await caller(command.commandName);
      const input = last instanceof FormData ? formInput(last) : valueInput(last);
      after = await command(viewer, manner.prepare ? await manner.prepare(input, viewer, address) : input, address);
      await manner.done?.(after, viewer, address);
    } catch (failure) {
      return { ...(await told(failure, command.commandName)), typed };
    }
    if (manner.to) redirect(manner.to(after));
    refresh();
    return { ok: true, value: manner.value ? manner.value(after) : ({ id: after.id } as Value) };
  };
}

/** What became of several of a kind: how many were done, and why each of the others was not. */
export interface InTurn {
  readonly done: number;
  readonly refused: readonly { readonly id: string; readonly message: string }[];
}

/** A row of a form that acts on several, with the input of its own command. */
export interface Part {
  readonly id: string;
  readonly input: unknown;
}

/**
 * The same for several rows of one form, each in a transaction of its own: one that is refused does not undo the others. If none
 * was done, the answer is the first refusal.
 */
export function actionInTurn(command: Command, partsOf: (input: unknown) => readonly Part[]): Action<InTurn> {
  return async (...given: readonly unknown[]): Promise<ActionResult<InTurn>> => {
    const last = given.at(-1);
    const refused: { id: string; refusal: Awaited<ReturnType<typeof told>> }[] = [];
    let done = 0;
    try {
      const { viewer, address } = await caller(command.commandName);
      for (const { id, input } of partsOf(last instanceof FormData ? formInput(last) : valueInput(last))) {
        await command(viewer, input, address).then(() => done++, async (failure: unknown) => refused.push({ id, refusal: await told(failure, command.commandName) }));
      }
    } catch (failure) {
      return { ...(await told(failure, command.commandName)), typed: {} };
    }
    const [first] = refused;
    if (done === 0 && first) return { ...first.refusal, typed: {} };
    refresh();
    return { ok: true, value: { done, refused: refused.map(({ id, refusal }) => ({ id, message: refusal.message })) } };
  };
}
