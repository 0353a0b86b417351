import type { Duty } from './command';
import { MOMENTS } from './job';

/**
 * A reminder to a filer, a digest to who commands them; a checklist the office sent back; an exception granted to a filer,
 * a squad's challenge, and the end of either; a comment on an entry, to whom it concerns. A relief case beyond its days, to the level above who should act; a fund
 * that was not topped up in time, to county leaders and the office.
 */
export const MESSAGE_KINDS = ['reminder', 'digest', 'returned', 'exception', 'challenge', 'relocked', 'comment', 'relief-overdue', 'top-up'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** When a reminder or digest went out; 'locked': at the close of the month. */
export const MESSAGE_MOMENTS = [...MOMENTS, 'locked'] as const;
export type MessageMoment = (typeof MESSAGE_MOMENTS)[number];

/** How far up the line of posts it is told who has not filed: first to who commands the filer, then to who commands those. */
export const REPORTED_UP = { before: 0, due: 1, overdue: 2, locked: 2 } as const satisfies Record<MessageMoment, number>;

/** The duties that command the posts below theirs. */
export const COMMANDING = ['county-leader', 'zone-commander', 'township-secretary'] as const satisfies readonly Duty[];
