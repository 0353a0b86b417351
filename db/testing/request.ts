/** What the pages, actions and handlers of the test at hand are told of the request: Next.js is not there to tell them. */
export const request = { cookies: {} as Record<string, string>, headers: {} as Record<string, string> };

/** The session cookie it carries from now on, or none. */
export const carry = (cookie: { name: string; value: string } | null): void => void (request.cookies = cookie ? { [cookie.name]: cookie.value } : {});
