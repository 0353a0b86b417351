import 'server-only';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { fenced, type Tx } from '@/db/fence';
import { remeasure, type Touched } from '@/db/measure';
import type { Viewer } from '@/domain/viewer';
import { audit } from './audit';
import { type Happened, problemsOf, Refusal, refusalOf } from './errors';

/** The row a command is about. Its division, when it has one, goes into the audit trail and the live updates. */
type Row = { readonly id: number | string; readonly division?: string | null };
/** Answered before under the same key: nothing changed now, so there is nothing to audit or to measure. */
type Repeated = { readonly already?: true };
type Call<Input> = { tx: Tx; viewer: Viewer; input: Input; address: string | null };

/** A write that is ready to be called. Only actions, route handlers and tests call it. */
export interface Command<After extends Row = Row> {
  (viewer: Viewer, raw: unknown, address?: string | null): Promise<After>;
  readonly commandName: string;
}

type Touching<Subject, After, Input> = (done: { tx: Tx; subject: Subject; after: After; input: Input }) => Touched[] | Promise<Touched[]>;

interface Manner {
  /** The noun in the audit trail, when it is not the command's own. */
  readonly kind?: string;
  /** The subject loaded is not the row that changes (a new row, a sealed value shown): only `after` is kept. */
  readonly fresh?: boolean;
  /** The last step on a subject, by its id: who was faster, when there is a conflict. */
  readonly lastStep?: (tx: Tx, id: number) => Promise<Happened | null>;
}

/** The channel live screens listen to (LISTEN changes). */
export const CHANGES = 'changes';

/**
 * Every write answers the same four questions, in this order: what comes in, which row is meant (found inside the viewer's
 * fence), may the viewer, and what changes (null: somebody was faster). Nothing else is a question: the audit row, the touched
 * measurements and the notification are part of the same transaction, or the change is undone.
 */
export const command = (name: `${string}.${string}`, manner: Manner = {}) => ({
  input: <Schema extends z.ZodType>(schema: Schema) => ({
    load: <Subject extends Row>(load: (call: Call<z.output<Schema>>) => Promise<Subject | null | undefined>) => ({
      can: (can: (viewer: Viewer, subject: Subject, input: z.output<Schema>) => boolean) => ({
        run: <After extends Row & Repeated>(run: (call: Call<z.output<Schema>> & { subject: Subject }) => Promise<After | null | undefined>) => {
          const build = (touches?: Touching<Subject, After, z.output<Schema>>): Command<After> => {
            const call = async (viewer: Viewer, raw: unknown, address: string | null = null): Promise<After> => {
              const parsed = schema.safeParse(raw);
              if (!parsed.success) throw new Refusal('invalid', name, problemsOf(parsed.error.issues));
              const input = parsed.data;
              return fenced(viewer, async (tx) => {
                const subject = await load({ tx, viewer, input, address });
                if (!subject) throw new Refusal('not-found', name);
                if (!can(viewer, subject, input)) throw new Refusal('forbidden', name);
                const after = await run({ tx, viewer, input, address, subject });
                if (!after) throw new Refusal('conflict', name, [], undefined, await manner.lastStep?.(tx, Number(subject.id)));
                if (after.already) return after;
                const kind = manner.kind ?? name.slice(0, name.indexOf('.'));
                const division = after.division ?? subject.division ?? null;
                await audit(tx, viewer, { command: name, kind, id: after.id, division, before: manner.fresh ? null : subject, after, address });
                const touched = (await touches?.({ tx, subject, after, input })) ?? [];
                await remeasure(tx, touched);
                if (touched.length > 0) await notify(tx, { kind, division, months: [...new Set(touched.map((each) => each.month))] });
                return after;
              }, 'write').catch((failure: unknown) => {
                throw refusalOf(failure, name);
              });
            };
            return Object.assign(call, { commandName: name });
          };
          return Object.assign(build(), {
            /** The registers' rows that the write changed: measured again and announced in the same transaction. */
            touches: (touches: Touching<Subject, After, z.output<Schema>>) => build(touches),
          });
        },
      }),
    }),
  }),
});

/**
 * One form with several buttons: the one that was pressed (`verb`) says which command its fields go to. Without script a form
 * can remember the answer of a single action only.
 */
export function byVerb<After extends Row>(commandName: string, commands: Readonly<Record<string, Command<After>>>): Command<After> {
  const call: (...given: Parameters<Command>) => Promise<After> = async (viewer, raw, address) => {
    const { verb } = Object(raw) as { verb?: unknown };
    const chosen = typeof verb === 'string' && Object.hasOwn(commands, verb) ? commands[verb] : undefined;
    if (!chosen) throw new Refusal('invalid', commandName);
    return chosen(viewer, raw, address);
  };
  return Object.assign(call, { commandName });
}

/** Tells the open streams of these people to look their viewer up again when the transaction commits: their rights changed. */
export async function rightsChanged(tx: Tx, people: readonly number[]): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANGES}, ${JSON.stringify({ kind: 'rights', people })})`);
}

async function notify(tx: Tx, change: { kind: string; division: string | null; months: readonly string[] }): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANGES}, ${JSON.stringify(change)})`);
}
