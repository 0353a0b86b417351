'use server';

import { action } from '@/server/action';
import { Refusal } from '@/server/errors';
import { EVIDENCE_BYTES, evidenceFile } from '@/server/evidence-file';
import { answerObjection } from './commands/answer-objection';
import { changeCard as changeCardCommand } from './commands/change-card';
import { confirmCard as confirmCardCommand } from './commands/confirm-card';
import { passReview } from './commands/pass';
import { refuseCase } from './commands/refuse';
import { revokeApproval } from './commands/revoke';
import { sendBack as sendBackCommand } from './commands/send-back';
import { setReliefRules } from './commands/set-rules';
import { unmaskRelief } from './commands/unmask';
import { unmaskObjector as unmaskObjectorCommand } from './commands/unmask-objector';

/** The photo is decoded and encoded anew before the transaction begins. */
export const pass = action(passReview, {
  prepare: async (input) => {
    const { photo, ...rest } = Object(input) as { photo?: unknown };
    const refuse = (problem: string) => new Refusal('invalid', passReview.commandName, [{ field: 'photo', problem }]);
    if (!(photo instanceof File) || photo.size === 0) throw refuse('required');
    if (photo.size > EVIDENCE_BYTES) throw refuse('file-large');
    const file = await evidenceFile(Buffer.from(await photo.arrayBuffer()));
    if (typeof file === 'string') throw refuse(file);
    if (file.type !== 'image/jpeg') throw refuse('no-picture');
    return { ...rest, photo: file.content };
  },
});
export const sendBack = action(sendBackCommand);
export const refuse = action(refuseCase);
export const revoke = action(revokeApproval);
export const answer = action(answerObjection);
export const changeCard = action(changeCardCommand);
export const confirmCard = action(confirmCardCommand);
export const unmask = action(unmaskRelief, { value: ({ id, secret }) => ({ id, secret }) });
export const unmaskObjector = action(unmaskObjectorCommand, { value: ({ id, secret }) => ({ id, secret }) });
export const setRules = action(setReliefRules);
