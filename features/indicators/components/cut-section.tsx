import { Length } from '@/components/ui/length';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/link-button';
import { figureHref, formatFigure } from '@/domain/figure';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatNumber, type Locale } from '@/domain/format';
import { indicator, type IndicatorId } from '@/domain/indicators';
import { messages } from '@/messages/locale';
import type { CutBy, CutRow } from '../queries/cut-rows';

export interface CutSort {
  key: 'name' | 'value';
  direction: 'asc' | 'desc';
}

/** The order of a cut's table, from the address; the highest value first unless asked otherwise. */
export function readSort(sort: unknown, direction: unknown): CutSort {
  const key = sort === 'name' ? 'name' : 'value';
  return { key, direction: direction === 'asc' || (direction !== 'desc' && key === 'name') ? 'asc' : 'desc' };
}

interface Place {
  key: string;
  name: string;
  href: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

/** One cut of an indicator: a bar and its figures for each place, which leads to the same indicator there. */
export function CutSection({ locale, id, by, rows, filter, sort }: { locale: Locale; id: IndicatorId; by: CutBy; rows: CutRow[]; filter: Filter; sort: CutSort }) {
  const { indicators, figures, common } = messages(locale);
  const places = placesOf(rows, by, id, filter, indicators.own[by], sort);
  const { unit } = indicator(id);
  const ratio = places.some((place) => place.denominator !== null);
  const counts = unit === 'percent' ? common.of : indicators.over;
  const most = Math.max(0, ...places.map(({ value }) => value ?? 0)) || 1;
  const value = (place: Place) => <Length share={((place.value ?? 0) / most) * 100}>{formatFigure(locale, id, place.value)}</Length>;
  return (
    <div className="min-w-0">
      <h3 className="mb-2 font-medium">{indicators.cuts[by]}</h3>
      <Table
        caption={`${figures[id].name} ${indicators.cuts[by]}`}
        captionHidden
        locale={locale}
        narrow="scroll"
        rows={places}
        rowKey={(place) => place.key}
        sort={{ key: sort.key, direction: sort.direction, href: (key, direction) => `/indicators/${id}${filterQuery(filter, {}, { sort: key, direction })}#cuts` }}
        columns={[
          { key: 'name', label: indicators.place[by], sortable: true, tight: true, cell: (place) => (place.href ? <TextLink href={place.href}>{place.name}</TextLink> : place.name) },
          { key: 'value', label: indicators.columns.value, numeric: true, sortable: true, cell: value },
          ...(ratio ? [{ key: 'counts', label: indicators.columns.counts, numeric: true, tight: true, cell: (place: Place) => counts(formatNumber(locale, place.numerator), formatNumber(locale, place.denominator)) }] : []),
        ]}
      />
    </div>
  );
}

function placesOf(rows: readonly CutRow[], by: CutBy, id: IndicatorId, filter: Filter, own: string, { key, direction }: CutSort): Place[] {
  const places = rows.map(({ key: place, name, readings: [reading] }): Place => ({
    key: place,
    name: place === 'own' ? own : name,
    href: place === 'own' ? '' : figureHref(filter, id, by === 'zone' ? { zone: Number(place), division: null } : { division: place, zone: null }),
    value: reading?.value ?? null,
    numerator: reading?.numerator ?? null,
    denominator: reading?.denominator ?? null,
  }));
  const order = key === 'name' ? (a: Place, b: Place) => (a.key < b.key ? -1 : 1) : (a: Place, b: Place) => (a.value ?? -Infinity) - (b.value ?? -Infinity);
  return places.sort((a, b) => order(a, b) * (direction === 'asc' ? 1 : -1));
}
