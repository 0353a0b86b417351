'use server';

import { action } from '@/server/action';
import { closeBatch } from './commands/close-batch';
import { makeBatch } from './commands/make-batch';
import { reinstateCase } from './commands/reinstate';
import { setColumns } from './commands/set-columns';

export const make = action(makeBatch, { to: ({ id }) => `/relief/batches/${id}` });
export const close = action(closeBatch);
export const reinstate = action(reinstateCase);
export const lay = action(setColumns);
