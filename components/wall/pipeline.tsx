'use client';

import { formatNumber, formatPercent, type Locale } from '@/domain/format';
import { WallLink } from './wall-link';
import { Strip } from './ranking';

export type Stage = { label: string; value: number; href: string };

/** Stages in their order; each bar is the share of the first stage that got so far. */
export function Pipeline({ stages, locale }: { stages: Stage[]; locale: Locale }) {
  const whole = stages[0]?.value ?? 0;
  return (
    <ol className="grid min-h-0 grow auto-rows-fr max-md:auto-rows-[1.75rem]">
      {stages.map(({ label, value, href }) => {
        const share = whole ? (value / whole) * 100 : 0;
        return (
          <li key={label} className="grid grid-cols-[minmax(0,7rem)_minmax(0,1fr)_4.5rem_3.5rem] items-center gap-3 text-[0.95rem]">
            <WallLink href={href} className="truncate hover:underline">
              {label}
            </WallLink>
            <Strip percent={share} />
            <span className="text-end font-medium">{formatNumber(locale, value)}</span>
            <span className="text-end text-muted">{whole ? formatPercent(locale, share, 0) : ''}</span>
          </li>
        );
      })}
    </ol>
  );
}
