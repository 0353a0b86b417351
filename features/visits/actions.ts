'use server';
import { action } from '@/server/action';
import { answerDemand } from './commands/answer-demand';
import { correctVisit } from './commands/correct';
import { recordVisit } from './commands/record';

export const record = action(recordVisit, { to: ({ id }) => `/visits?recorded=${id}` });
export const correct = action(correctVisit);
export const answer = action(answerDemand);
