'use server';
import { may } from '@/domain/access';
import { EVIDENCE_MAX, FORM_FILES_BYTES } from '@/domain/relief-input';
import { shownReceipt } from '@/domain/receipt';
import type { Viewer } from '@/domain/viewer';
import { action } from '@/server/action';
import { formFiles } from '@/server/receive';
import { apply as applyCommand } from './commands/apply';
import { complete as completeCommand } from './commands/complete';
import { declareKinship } from './commands/declare-kinship';
import { findHousehold as findHouseholdCommand } from './commands/find-household';
import { resubmit as resubmitCommand } from './commands/resubmit';
import { withdraw as withdrawCommand } from './commands/withdraw';

/** Pictures are decoded before the transaction, and only for who may hand in. */
const withFiles = (commandName: string) => async (input: unknown, viewer: Viewer): Promise<unknown> => {
  const given = Object(input) as { evidence?: unknown };
  const evidence = may(viewer, 'relief.apply') ? await formFiles(given.evidence, commandName, { field: 'evidence', most: EVIDENCE_MAX, bytes: FORM_FILES_BYTES }) : [];
  return { ...given, evidence };
};

export const findHousehold = action(findHouseholdCommand, { to: (found) => `${found.case === null ? '/relief/new' : `/relief/${found.case}/edit`}?household=${found.id}` });
export const apply = action(applyCommand, { prepare: withFiles(applyCommand.commandName), value: ({ id, no, secret }) => ({ id, no, receipt: shownReceipt(secret) }) });
export const complete = action(completeCommand, { prepare: withFiles(completeCommand.commandName), value: ({ id, no }) => ({ id, no, receipt: '' }), to: () => '/relief?done=complete' });
export const resubmit = action(resubmitCommand, { prepare: withFiles(resubmitCommand.commandName), to: () => '/relief?done=resubmit' });
export const withdraw = action(withdrawCommand, { to: () => '/relief?done=withdraw' });
export const declare = action(declareKinship);
