'use server';

import { TICKED } from '@/domain/checklist-input';
import { action, actionInTurn } from '@/server/action';
import { byVerb } from '@/server/command';
import { problemsOf, Refusal } from '@/server/errors';
import { commentOnEntry } from './commands/comment';
import { grantException as grantExceptionCommand } from './commands/grant-exception';
import { removeEvidence } from './commands/remove-evidence';
import { returnChecklist } from './commands/return';
import { saveChecklist } from './commands/save';
import { submitChecklist } from './commands/submit';
import { verifyChecklist } from './commands/verify';
import { verifyPlainChecklist } from './commands/verify-plain';

const version = (after: { id: number; version: number }) => ({ id: after.id, version: after.version });

export const file = action(byVerb('checklist.file', { save: saveChecklist, submit: submitChecklist }), { value: version });
export const review = action(byVerb('checklist.review', { verify: verifyChecklist, return: returnChecklist }), { value: version });
export const comment = action(commentOnEntry);
export const grantException = action(grantExceptionCommand);
export const dropEvidence = action(removeEvidence);
export const verifyPlain = actionInTurn(verifyPlainChecklist, (form) => {
  const ticked = TICKED.safeParse(form);
  if (!ticked.success) throw new Refusal('invalid', 'checklist.verify-plain', problemsOf(ticked.error.issues));
  return ticked.data.pick.map((pick) => {
    const [id = '', version = ''] = pick.split(':');
    return { id, input: { id, version } };
  });
});
