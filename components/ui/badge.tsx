'use client';

import type { ReactNode } from 'react';
import { classes } from './classes';

export type BadgeTone = 'neutral' | 'green' | 'blue' | 'yellow' | 'red';

const TONES: Record<BadgeTone, string> = {
  neutral: 'border-line bg-wash text-ink',
  green: 'border-green/30 bg-green-wash text-green',
  blue: 'border-blue/30 bg-blue-wash text-blue',
  yellow: 'border-yellow/30 bg-yellow-wash text-yellow',
  red: 'border-red/30 bg-red-wash text-red',
};

/** A state in a word. The word carries the meaning; the tone only helps the eye. */
export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={classes('inline-block rounded-sm border px-1.5 text-sm leading-5 break-keep lg:whitespace-nowrap lg:text-[0.9286rem]', TONES[tone])}>{children}</span>
  );
}
