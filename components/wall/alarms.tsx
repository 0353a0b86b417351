'use client';

import { formatNumber, type Locale } from '@/domain/format';
import { type LightColour, LightMark } from '../ui/light-mark';
import { WallLink } from './wall-link';

export type Alarm = { label: string; count: number; colour: LightColour; /** The light in a word. */ said: string; href: string; /** e.g. 163 个贫困村中 */ note?: string };

const WASHES: Record<LightColour, string> = { red: 'bg-red-wash', yellow: 'bg-yellow-wash', blue: 'bg-blue-wash', green: 'bg-wash', grey: 'bg-wash' };

export type AlarmsProps = { alarms: Alarm[]; locale: Locale; /** Low tiles, four side by side, for a panel of size 'fit'. */ row?: boolean };

/** What needs a decision today: up to four tiles with their counts; each opens its rows. */
export function Alarms({ alarms, locale, row }: AlarmsProps) {
  return (
    <ul className={`grid min-h-0 grow grid-cols-2 gap-2.5 ${row ? 'md:grid-cols-4' : 'auto-rows-fr'}`}>
      {alarms.map(({ label, count, colour, said, href, note }) => (
        <li key={label} className={`flex min-h-0 ${WASHES[colour]}`}>
          <WallLink href={href} className="flex min-w-0 grow flex-col justify-center px-3 py-1.5 hover:outline-1 hover:outline-line-strong">
            <span className={`flex items-center gap-2 leading-tight font-semibold whitespace-nowrap ${row ? 'text-[1.65rem]' : 'text-[1.9rem]'}`}>
              <span className="text-[0.6em]">
                <LightMark colour={colour} label={said} labelHidden />
              </span>
              {formatNumber(locale, count)}
            </span>
            <span className={row ? 'leading-snug' : 'truncate'}>{label}</span>
            {note && <span className={`text-[0.85rem] text-muted ${row ? '' : 'truncate'}`}>{note}</span>}
          </WallLink>
        </li>
      ))}
    </ul>
  );
}
