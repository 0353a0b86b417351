/** Joins class names, leaving out what is off. */
export const classes = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ');

export type Tone = 'primary' | 'secondary' | 'quiet' | 'danger';

const BUTTON =
  'inline-flex min-h-11 items-center justify-center gap-1.5 rounded-md border px-4 text-base leading-tight whitespace-nowrap lg:min-h-9 lg:px-3 ' +
  'aria-disabled:cursor-not-allowed aria-disabled:opacity-60 disabled:cursor-not-allowed disabled:opacity-60';

const TONES: Record<Tone, string> = {
  primary: 'border-accent bg-accent font-medium text-on-accent hover:border-accent-deep hover:bg-accent-deep',
  secondary: 'border-line-strong bg-panel text-ink hover:bg-wash',
  quiet: 'border-transparent text-ink underline decoration-line-strong underline-offset-4 hover:bg-wash',
  danger: 'border-red bg-panel text-red hover:bg-red-wash',
};

/** One look for buttons, links that act as buttons, and submit buttons. One primary per screen. */
export const buttonClass = (tone: Tone = 'secondary', small = false) =>
  classes(BUTTON, TONES[tone], small && 'min-h-9 px-2.5 text-sm lg:min-h-7 lg:px-2');

export const INPUT =
  'block w-full min-h-11 rounded-md border border-line-strong bg-panel px-3 py-1.5 text-base text-ink lg:min-h-9 lg:px-2.5 ' +
  'placeholder:text-muted aria-invalid:border-red aria-invalid:outline-red [&[readonly]]:bg-wash disabled:bg-wash disabled:text-muted';

/** A link inside text or a table: ink, quietly underlined, never coloured like an alarm. */
export const LINK = 'text-ink underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-ink hover:decoration-2';
