'use server';
import { action } from '@/server/action';
import { appoint as appointCommand } from './commands/appoint';
import { enterPerson as enterPersonCommand } from './commands/enter-person';
import { end as endCommand } from './commands/end';
import { replace as replaceCommand } from './commands/replace';

export const appoint = action(appointCommand, { to: ({ id }) => `/admin/appointments/${id}` });
/** Leads back to the appointment that is being made, with the person chosen. */
export const enterPerson = action(enterPersonCommand, {
  to: ({ id, replaces, post, duty }) => `/admin/appointments/new?${new URLSearchParams({ ...(replaces ? { replaces: String(replaces) } : { post: String(post), duty: String(duty) }), person: String(id) })}#form`,
});
export const end = action(endCommand, { to: ({ id }) => `/admin/appointments/${id}` });
export const replace = action(replaceCommand, { to: ({ successor }) => `/admin/appointments/${successor}` });
