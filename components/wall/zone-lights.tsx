'use client';

import { type LightColour, LightMark } from '../ui/light-mark';
import { WallLink } from './wall-link';

export type ZoneLight = {
  no: number;
  name: string;
  commander: string;
  colour: LightColour;
  /** The light in a word. */
  said: string;
  href: string;
  /** The figure the light stands for, and the counts behind it, as text. */
  text: string;
  counts?: string;
};

/** The zones, one line each: light, name, commander, figure. */
export function ZoneLights({ zones }: { zones: ZoneLight[] }) {
  return (
    <ul className="grid min-h-0 grow auto-rows-fr">
      {zones.map(({ no, name, commander, colour, said, href, text, counts }) => (
        <li key={no} className="grid grid-cols-[minmax(0,1fr)_auto_6rem] items-center gap-3 border-t border-line max-md:py-1.5 first:border-t-0">
          <span className="flex min-w-0 flex-wrap gap-x-3">
            <WallLink href={href} className="font-medium hover:underline">
              {name}
            </WallLink>
            <span className="text-muted">{commander}</span>
          </span>
          <span className="flex items-baseline justify-end gap-x-1.5 whitespace-nowrap max-md:flex-col max-md:items-end">
            {text} <span className="text-[0.85em] text-muted">{counts}</span>
          </span>
          <span className="text-[0.95rem]">
            <LightMark colour={colour} label={said} />
          </span>
        </li>
      ))}
    </ul>
  );
}
