/** What the pages, actions and handlers of the test at hand are told of the request: Next.js is not there to tell them. */
export const request = { cookies: {} as Record<string, string>, headers: {} as Record<string, string> };
