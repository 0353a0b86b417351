import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { TEST_PASSWORD } from '../db/testing/county-template';

/** A browser signed in through next-auth's own endpoints, as programs sign in (docs/decisions/07-access.md). The form has its own journey. */
export async function signedIn(browser: Browser, username: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await signIn(context, username);
  return context;
}

/** Signs a context in again: its pages stay where they are. */
export async function signIn(context: BrowserContext, username: string): Promise<void> {
  const { csrfToken } = (await (await context.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await context.request.post('/api/auth/callback/credentials', { form: { username, password: TEST_PASSWORD, csrfToken, json: 'true' } });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()}`);
}
