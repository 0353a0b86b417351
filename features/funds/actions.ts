'use server';

import { action } from '@/server/action';
import { recordInterest } from './commands/interest';
import { openCampaign } from './commands/open-campaign';
import { recordDonation } from './commands/record-donation';
import { reverseEntry } from './commands/reverse';
import { recordTopUp } from './commands/top-up';

export const donate = action(recordDonation, { to: ({ id }) => `/funds/donations/${id}` });
export const topUp = action(recordTopUp);
export const addInterest = action(recordInterest);
export const takeBack = action(reverseEntry);
export const collect = action(openCampaign);
