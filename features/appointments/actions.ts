'use server';
import { action } from '@/server/action';
import { appoint as appointCommand } from './commands/appoint';
import { end as endCommand } from './commands/end';
import { replace as replaceCommand } from './commands/replace';

export const appoint = action(appointCommand, { to: ({ id }) => `/admin/appointments/${id}` });
export const end = action(endCommand, { to: ({ id }) => `/admin/appointments/${id}` });
export const replace = action(replaceCommand, { to: ({ successor }) => `/admin/appointments/${successor}` });
