/** What the names of a person's half-typed forms begin with in the browser's storage: what is theirs goes when they sign out. */
export const typedDraftsOf = (username: string): string => `guatu.draft.${username}.`;
