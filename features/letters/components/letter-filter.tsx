import { FilterBar } from '@/components/shell/filter-bar';
import { Notice } from '@/components/shell/notice';
import { Select } from '@/components/ui/select';
import type { LetterSearch } from '@/domain/letter-search';
import { letterYears } from '@/domain/letter-search';
import { choosablePlaces } from '@/features/divisions/queries/places';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { PageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { choosableLines } from '../queries/choosable-lines';

/** The letters pages' filter: year, line, zone or township. */
export async function LetterFilter({ viewer, page: { filter, problems, running }, search }: { viewer: Viewer; page: PageFilter; search: LetterSearch }) {
  const locale = await currentLocale();
  const { common, errors, letters: t } = messages(locale);
  const { townships, zones } = await choosablePlaces(viewer, filter.division);
  const lines = await choosableLines(viewer);
  const years = letterYears(running).map((year) => ({ value: String(year), label: t.yearOf(year) }));
  return (
    <>
      {problems.map(({ field, code }) => (
        <Notice key={field} tone="warning" title={`${common.filter[field]}${common.colon}${errors.fields[code]?.(0) ?? ''}`} />
      ))}
      <FilterBar
        locale={locale}
        action="/letters"
        keep={{ kind: search.kind }}
        reset={filter.division !== null || filter.zone !== null || filter.line !== null}
        division={townships.length > 1 ? { value: filter.division ?? '', options: townships.map(({ code, name }) => ({ value: code, label: name })) } : undefined}
        zone={zones.length > 1 ? { value: filter.zone === null ? '' : String(filter.zone), options: zones.map(({ no, name }) => ({ value: String(no), label: name })) } : undefined}
        line={lines.length > 1 ? { value: filter.line ?? '', options: lines.map(({ code, name, nameEn }) => ({ value: code, label: locale === 'zh-CN' ? name : nameEn })) } : undefined}
      >
        <div className="min-w-24 grow sm:grow-0">
          <Select key={search.year} id="filter-year" name="year" label={t.year} options={years} defaultValue={String(search.year)} />
        </div>
      </FilterBar>
    </>
  );
}
