import type { Viewer } from '@/domain/viewer';
import { bounceBatch } from '@/features/batches/commands/bounce-batch';
import { closeBatch } from '@/features/batches/commands/close-batch';
import { confirmReturn } from '@/features/batches/commands/confirm-return';
import { dropReturn } from '@/features/batches/commands/drop-return';
import { enterReturn } from '@/features/batches/commands/enter-return';
import { importResult } from '@/features/batches/commands/import-result';
import { makeBatch } from '@/features/batches/commands/make-batch';
import { reinstateCase } from '@/features/batches/commands/reinstate';
import { sendBatch } from '@/features/batches/commands/send-batch';
import { voidBatch } from '@/features/batches/commands/void-batch';
import { recordInterest } from '@/features/funds/commands/interest';
import { recordDonation } from '@/features/funds/commands/record-donation';
import { reverseEntry } from '@/features/funds/commands/reverse';
import { recordTopUp } from '@/features/funds/commands/top-up';
import { object } from '@/features/public/commands/object';
import { receive } from '@/features/public/commands/receive';
import { withdraw as withdrawByReceipt } from '@/features/public/commands/withdraw';
import { answerObjection } from '@/features/relief-reviews/commands/answer-objection';
import { changeCard } from '@/features/relief-reviews/commands/change-card';
import { confirmCard } from '@/features/relief-reviews/commands/confirm-card';
import { passReview } from '@/features/relief-reviews/commands/pass';
import { refuseCase } from '@/features/relief-reviews/commands/refuse';
import { revokeApproval } from '@/features/relief-reviews/commands/revoke';
import { sendBack } from '@/features/relief-reviews/commands/send-back';
import { apply } from '@/features/relief/commands/apply';
import { complete } from '@/features/relief/commands/complete';
import { resubmit } from '@/features/relief/commands/resubmit';
import { withdraw } from '@/features/relief/commands/withdraw';
import type { Command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { formInput } from '@/server/form';
import { publicViewer, viewerFor } from '@/server/viewer';
import type { Call, CallName } from './calls';
import type { Person, ReliefCounty } from './county';

const COMMANDS: Readonly<Record<CallName, Command<{ id: number | string }>>> = {
  apply, receive, complete, resubmit, withdraw, 'withdraw-by-receipt': withdrawByReceipt, pass: passReview, 'send-back': sendBack, refuse: refuseCase, revoke: revokeApproval, object,
  answer: answerObjection, 'change-card': changeCard, 'confirm-card': confirmCard, make: makeBatch, void: voidBatch, send: sendBatch, import: importResult, bounce: bounceBatch, close: closeBatch, 'enter-return': enterReturn, 'drop-return': dropReturn, 'confirm-return': confirmReturn, reinstate: reinstateCase,
  'top-up': recordTopUp, interest: recordInterest, donate: recordDonation, 'take-back': reverseEntry,
};

/** 'done', the code and the reason of a refusal, or what the machine threw. */
export type Answer = 'done' | { readonly refused: string } | { readonly thrown: unknown };

const viewers = new Map<number, Viewer>();
async function viewerOf({ accountId }: Person): Promise<Viewer> {
  const viewer = viewers.get(accountId) ?? (await viewerFor(accountId));
  if (!viewer) throw new Error('nobody');
  viewers.set(accountId, viewer);
  return viewer;
}

/** Texts of a form as its action reads them; its files as the action has decoded them. */
function inputOf({ fields }: Call): Record<string, unknown> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (typeof value === 'string') form.set(name, value);
  const { evidence, photo, file } = fields;
  return {
    ...formInput(form),
    ...(evidence instanceof Uint8Array && { evidence: [{ name: '结算单.pdf', type: 'application/pdf', content: Buffer.from(evidence) }] }),
    ...(photo instanceof Uint8Array && { photo: Buffer.from(photo) }), ...(file instanceof Uint8Array && { file }),
  };
}

/** Does it by the server's own command, with the person's rights of today. */
export async function byCommand({ receipts }: ReliefCounty, call: Call): Promise<Answer> {
  try {
    const viewer = call.who ? await viewerOf(call.who) : publicViewer(call.village);
    const made = await COMMANDS[call.name](viewer, call.name === 'object' ? { ...inputOf(call), source: 'print' } : inputOf(call), '203.0.113.9');
    if ('secret' in made && (call.name === 'apply' || call.name === 'receive')) receipts.set(Number(made.id), String(made.secret));
    return 'done';
  } catch (failure) {
    if (failure instanceof Refusal) return { refused: [failure.code, failure.reason ?? failure.fields[0]?.problem].filter(Boolean).join(' ') };
    return { thrown: failure };
  }
}
