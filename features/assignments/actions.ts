'use server';
import { action } from '@/server/action';
import { giveOver as giveOverCommand } from './commands/give-over';
import { reassign as reassignCommand } from './commands/reassign';
import { takeOver as takeOverCommand } from './commands/take-over';

export const reassign = action(reassignCommand, { to: ({ id }) => `/assignments/handovers/${id}` });
export const giveOver = action(giveOverCommand);
export const takeOver = action(takeOverCommand);
