import type { ReactNode } from 'react';
import { formatDelta, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { ChangedMark } from '@/components/ui/changed-mark';
import { WallLink } from './wall-link';

export type BigNumberProps = {
  label: string;
  /** Already formatted: compact where the wall needs it. */
  text: string;
  locale: Locale;
  unit?: string;
  /** Its two counts or its target line, as text. */
  note?: string;
  href?: string;
  delta?: { value: number | null; against: string; better?: 'up' | 'down'; digits?: number };
  /** What changed it after its month was closed. */
  changed?: string;
};

/** The headline figures of a view, side by side. */
export function WallFigures({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-flow-col md:auto-cols-fr md:grid-cols-none">{children}</dl>;
}

/** One headline figure, readable from the end of the table; it opens its rows. */
export function BigNumber({ label, text, locale, unit, note, href, delta, changed }: BigNumberProps) {
  const { common } = messages(locale);
  const number = <span className="text-[2.6rem] leading-none font-semibold tracking-tight">{text}</span>;
  return (
    <div className="min-w-0 border-s border-line ps-4 first:border-s-0 first:ps-0 max-md:border-s-0 max-md:ps-0">
      <dt className="text-muted">{label}</dt>
      <dd className="mt-1 whitespace-nowrap">
        {href ? (
          <WallLink href={href} label={common.rowsOf(`${label} ${text}${unit ? ` ${unit}` : ''}`)} className="hover:underline">
            {number}
          </WallLink>
        ) : (
          number
        )}
        {unit && <span className="ms-1.5 text-muted">{unit}</span>}
      </dd>
      <dd className="mt-1 flex flex-wrap gap-x-3 text-[0.9rem] text-muted">
        {note && <span>{note}</span>}
        {delta && delta.value !== null && (
          <span>
            {common.versus(delta.against)} <span className={colour(delta.value, delta.better)}>{formatDelta(locale, delta.value, delta.digits)}</span>
          </span>
        )}
        {changed && <ChangedMark href={changed} label={label} locale={locale} />}
      </dd>
    </div>
  );
}

function colour(value: number, better?: 'up' | 'down'): string {
  if (!better || value === 0) return '';
  return value > 0 === (better === 'up') ? 'text-green' : 'text-red';
}
