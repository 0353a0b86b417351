'use server';
import { action } from '@/server/action';
import { correctExit as correctExitCommand } from './commands/correct-exit';
import { findById as findByIdCommand } from './commands/find-by-id';
import { recordSafeguard as recordSafeguardCommand } from './commands/record-safeguard';
import { unmask as unmaskCommand } from './commands/unmask';

export const findById = action(findByIdCommand, { to: ({ id }) => `/households/${id}` });
export const correctExit = action(correctExitCommand);
export const recordSafeguard = action(recordSafeguardCommand);
export const unmask = action(unmaskCommand, { value: ({ id, secret }) => ({ id, secret }) });
