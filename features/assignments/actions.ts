'use server';
import { action } from '@/server/action';
import { giveOver as giveOverCommand } from './commands/give-over';
import { reassign as reassignCommand } from './commands/reassign';
import { takeOver as takeOverCommand } from './commands/take-over';

export const reassign = action(reassignCommand, { to: ({ id, division, sheets }) => (sheets === 1 ? `/assignments/handovers/${id}` : `/assignments?division=${division}#handovers`) });
export const giveOver = action(giveOverCommand);
export const takeOver = action(takeOverCommand);
