import type { ReactNode } from 'react';
import { FilterBar } from '@/components/shell/filter-bar';
import { Notice } from '@/components/shell/notice';
import type { SelectProps } from '@/components/ui/select';
import { formatMonth } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { PageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { choosablePlaces } from '../queries/places';

export type PlaceFilterProps = {
  viewer: Viewer;
  /** The page's own path. */
  action: string;
  page: PageFilter;
  /** Which of the filter's fields this page knows. */
  fields?: readonly ('month' | 'division' | 'zone' | 'asOf')[];
  children?: ReactNode;
  keep?: Record<string, string | undefined>;
  reset?: boolean;
};

/** The filter of a work page with the places, zones and months the viewer may choose, and what was wrong with the address. */
export async function PlaceFilter({ viewer, action, page, fields = ['month', 'division', 'zone'], children, keep, reset }: PlaceFilterProps) {
  const locale = await currentLocale();
  const { common, errors } = messages(locale);
  const { filter, problems, months, running } = page;
  const { townships, villages, zones } = await choosablePlaces(viewer, filter.division);
  const option = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });
  const divisions: SelectProps['options'] = villages.length === 0 ? townships.map(option) : [
    ...townships.map(option),
    { label: townships.find((one) => villages[0]?.code.startsWith(one.code))?.name ?? '', options: villages.map(option) },
  ];
  return (
    <>
      {problems.map(({ field, code }) => (
        <Notice key={field} tone="warning" title={`${common.filter[field]}${common.colon}${errors.fields[code]?.(0) ?? ''}`} />
      ))}
      <FilterBar
        locale={locale}
        action={action}
        keep={{ ...keep, line: filter.line ?? undefined }}
        reset={reset}
        month={fields.includes('month') ? { value: filter.month, options: months.toReversed().map((month) => ({ value: month, label: formatMonth(locale, month) })) } : undefined}
        division={fields.includes('division') && divisions.length > 0 ? { value: filter.division ?? '', options: divisions } : undefined}
        zone={fields.includes('zone') && zones.length > 1 ? { value: filter.zone === null ? '' : String(filter.zone), options: zones.map(({ no, name }) => ({ value: String(no), label: name })) } : undefined}
        asOf={fields.includes('asOf') && filter.month < running ? filter.reading : undefined}
      >
        {children}
      </FilterBar>
    </>
  );
}
