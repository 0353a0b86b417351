'use server';

import { action } from '@/server/action';
import { amendLetter } from './commands/amend-letter';
import { draftLetter } from './commands/draft-letter';
import { offerLetter } from './commands/offer-letter';
import { removeClause } from './commands/remove-clause';
import { setClause } from './commands/set-clause';
import { setTarget } from './commands/set-target';
import { signLetter } from './commands/sign-letter';
import { splitClause } from './commands/split-clause';
import { withdrawLetter } from './commands/withdraw-letter';

export const amend = action(amendLetter);
export const dropClause = action(removeClause);
export const offer = action(offerLetter);
export const saveClause = action(setClause);
export const saveTarget = action(setTarget);
export const sign = action(signLetter);
export const split = action(splitClause);
export const start = action(draftLetter, { to: ({ id }) => `/letters/${id}` });
export const withdraw = action(withdrawLetter);
