import 'server-only';
import { authSecret as read } from '@/db/keys';

let known: string | undefined;

/** Signs session cookies. Read once: it does not change while a process lives. */
export const authSecret = (): string => (known ??= read());
