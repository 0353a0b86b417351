'use server';

import { action } from '@/server/action';
import { grantException as grantExceptionCommand } from './commands/grant-exception';
import { removeEvidence } from './commands/remove-evidence';
import { returnChecklist } from './commands/return';
import { saveChecklist } from './commands/save';
import { submitChecklist } from './commands/submit';
import { verifyChecklist } from './commands/verify';

const version = (after: { id: number; version: number }) => ({ id: after.id, version: after.version });

export const save = action(saveChecklist, { value: version });
export const submit = action(submitChecklist, { value: version });
export const verify = action(verifyChecklist, { value: version });
export const sendBack = action(returnChecklist, { value: version });
export const grantException = action(grantExceptionCommand);
export const dropEvidence = action(removeEvidence);
