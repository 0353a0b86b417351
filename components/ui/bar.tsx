import { formatPercent, type Locale } from '@/domain/format';
import type { LightColour } from './light-mark';
import { messages } from '@/messages/locale';

export type BarProps = {
  /** Share done, 0–100; over 100 is drawn full. */
  percent: number | null;
  locale: Locale;
  label: string;
  /** Share that should be done by now, 0–100: drawn as a mark. */
  expected?: number;
  /** The light beside it: the bar has its colour when that says behind. */
  colour?: LightColour;
  digits?: number;
};

const within = (percent: number) => `${Math.min(100, Math.max(0, percent))}%`;

/** How far, beside where it should be. Drawn with SVG attributes, so it needs neither script nor inline style. */
export function Bar({ percent, locale, label, expected, colour, digits = 0 }: BarProps) {
  const actual = formatPercent(locale, percent, digits);
  const spoken = expected === undefined ? actual : messages(locale).common.pace(actual, formatPercent(locale, expected, digits));
  return (
    <span className="flex items-center gap-2">
      <svg role="img" aria-label={`${label} ${spoken}`} className="h-2.5 min-w-16 grow overflow-visible" width="100%" height="10">
        <rect width="100%" height="100%" className="fill-track" />
        <rect width={within(percent ?? 0)} height="100%" className={colour === 'red' ? 'fill-red' : colour === 'yellow' ? 'fill-yellow' : 'fill-cool-5'} />
        {expected !== undefined && <rect x={within(expected)} y="-3" width="2" height="16" className="fill-ink" />}
      </svg>
      <span className="w-12 shrink-0 text-end">{actual}</span>
    </span>
  );
}
