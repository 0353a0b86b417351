'use server';

import { action } from '@/server/action';
import { readAllMessages } from './commands/read-all-messages';
import { readMessage } from './commands/read-message';

export const read = action(readMessage);
export const readAll = action(readAllMessages);
