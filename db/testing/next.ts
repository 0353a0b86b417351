import { afterAll, vi } from 'vitest';
import { request } from './request';

/** Pages, actions and handlers are called without a server: what they ask Next.js for comes from the test, and a way out of them is an error. */
vi.mock('next/headers', () => ({
  headers: async () => new Headers(request.headers),
  cookies: async () => ({
    get: (name: string) => (name in request.cookies ? { name, value: request.cookies[name] } : undefined),
    set: () => {},
    delete: () => {},
  }),
}));
vi.mock('next/server', async (original) => ({ ...(await original<object>()), connection: async () => {} }));
vi.mock('next/cache', () => ({ refresh: () => {}, revalidatePath: () => {} }));
vi.mock('next/navigation', () => ({
  notFound: () => { throw new Error('NOT_FOUND'); },
  redirect: (to: string) => { throw new Error(`REDIRECT ${to}`); },
  usePathname: () => '/', useRouter: () => ({}), useSearchParams: () => new URLSearchParams(),
}));

afterAll(() => void Object.assign(request, { cookies: {}, headers: {} }));
