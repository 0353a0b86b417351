import 'server-only';

/** Whether demonstration accounts may be used: never when DEMO=off. */
export const demonstrationAllowed = (): boolean => process.env.DEMO !== 'off';
