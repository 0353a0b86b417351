import { formatDelta, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { Counts, type CountsProps } from './counts';
import { ChangedMark } from './changed-mark';
import { TextLink } from './link-button';

export type FigureProps = {
  label: string;
  value: number | null;
  locale: Locale;
  unit?: string;
  digits?: number;
  /** Already formatted text in place of the number, e.g. a compact one or money. */
  text?: string;
  /** The two counts behind a rate: a rate never stands without them. */
  counts?: Omit<CountsProps, 'locale'>;
  /** The rows behind the figure. */
  href?: string;
  /** The change against another period; `better` says which direction is good. */
  delta?: { value: number | null; against: string; better?: 'up' | 'down'; digits?: number };
  /** Said in place of a change that would mislead. */
  note?: string;
  /** What changed it after its month was closed. */
  changed?: string;
};

/** A number with its unit, its counts, its change, and the way to its rows. Place several in a FigureRow. */
export function Figure({ label, value, locale, unit, digits = 0, text, counts, href, delta, note, changed }: FigureProps) {
  const { common } = messages(locale);
  const shown = text ?? formatNumber(locale, value, digits);
  const number = <span className="text-2xl leading-tight font-semibold">{shown}</span>;
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="mt-0.5">
        {href ? (
          <TextLink href={href} label={common.rowsOf(`${label} ${shown}${unit ? ` ${unit}` : ''}`)}>
            {number}
          </TextLink>
        ) : (
          number
        )}
        {unit && <span className="ms-1 text-sm text-muted">{unit}</span>}
      </dd>
      {counts && (
        <dd className="text-sm text-muted">
          <Counts {...counts} locale={locale} />
        </dd>
      )}
      {note && <dd className="text-sm text-muted">{note}</dd>}
      {delta && delta.value !== null && <Delta {...delta} locale={locale} />}
      {changed && (
        <dd className="text-sm">
          <ChangedMark href={changed} label={label} locale={locale} />
        </dd>
      )}
    </div>
  );
}

const ARROWS = { up: '▲', down: '▼', flat: '■' };

function Delta({ value, against, better, digits, locale }: NonNullable<FigureProps['delta']> & { locale: Locale }) {
  const way = !value ? 'flat' : value > 0 ? 'up' : 'down';
  const tone = !better || way === 'flat' ? 'text-muted' : way === better ? 'text-green' : 'text-red';
  return (
    <dd className="text-sm text-muted">
      {messages(locale).common.versus(against)}{' '}
      <span className={tone}>
        <span aria-hidden="true" className="text-[0.7em]">
          {ARROWS[way]}
        </span>{' '}
        {formatDelta(locale, value, digits)}
      </span>
    </dd>
  );
}
