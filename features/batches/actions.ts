'use server';

import { action } from '@/server/action';
import { Refusal } from '@/server/errors';
import { bounceBatch } from './commands/bounce-batch';
import { closeBatch } from './commands/close-batch';
import { confirmReturn as confirmReturnCommand } from './commands/confirm-return';
import { dropReturn as dropReturnCommand } from './commands/drop-return';
import { enterReturn as enterReturnCommand } from './commands/enter-return';
import { importResult } from './commands/import-result';
import { makeBatch } from './commands/make-batch';
import { reinstateCase } from './commands/reinstate';
import { setColumns } from './commands/set-columns';
import { voidBatch } from './commands/void-batch';

export const make = action(makeBatch, { to: ({ id }) => `/relief/batches/${id}` });
export const close = action(closeBatch);
export const bounce = action(bounceBatch);
export const takeBack = action(voidBatch);
export const enterReturn = action(enterReturnCommand);
export const dropReturn = action(dropReturnCommand);
export const confirmReturn = action(confirmReturnCommand);
export const reinstate = action(reinstateCase);
export const lay = action(setColumns);
/** A field left empty is an empty file: refused beside the field. */
export const takeResult = action(importResult, {
  prepare: async (input) => {
    const { file, ...rest } = Object(input) as { file?: unknown };
    if (!(file instanceof File) || file.size === 0) throw new Refusal('invalid', importResult.commandName, [{ field: 'file', problem: 'required' }]);
    return { ...rest, file: new Uint8Array(await file.arrayBuffer()) };
  },
  value: ({ id, already }) => ({ id, already: already === true }),
});
