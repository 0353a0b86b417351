import type { ReactNode } from 'react';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { buttonClass } from '../ui/classes';
import { LinkButton } from '../ui/link-button';
import { Select, type SelectProps } from '../ui/select';

type Choice = { value: string; options: SelectProps['options'] };

export type FilterBarProps = {
  locale: Locale;
  /** The page's own path: the form goes back to it with GET. */
  action: string;
  month?: Choice;
  division?: Choice;
  zone?: Choice;
  line?: Choice;
  /** Shown only for a closed month: 'true' or 'known'. */
  asOf?: 'true' | 'known';
  /** Further fields of this page (a search box, a state), before the button. */
  children?: ReactNode;
  /** Parameters that the form must not lose, e.g. the sort order. */
  keep?: Record<string, string | undefined>;
  /** Shows the way back to the unfiltered page. */
  reset?: boolean;
};

/** The one filter of every page, in the URL: month, division or zone, line, reading. An empty value means "all". */
export function FilterBar(props: FilterBarProps) {
  const { locale, action, month, division, zone, line, asOf, children, keep = {}, reset } = props;
  const { filter, actions } = messages(locale).common;
  const all = { value: '', label: filter.all };
  const readings = (['true', 'known'] as const).map((value) => ({ value, label: filter.readings[value] }));
  return (
    <form action={action} method="get" aria-label={filter.label} className="no-print mb-5 flex flex-wrap items-end gap-3 border-b border-line pb-4">
      {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      {month && <Pick name="month" label={filter.month} {...month} />}
      {division && <Pick name="division" label={filter.division} value={division.value} options={[all, ...division.options]} />}
      {zone && <Pick name="zone" label={filter.zone} value={zone.value} options={[all, ...zone.options]} />}
      {line && <Pick name="line" label={filter.line} value={line.value} options={[all, ...line.options]} />}
      {asOf && <Pick name="asOf" label={filter.asOf} value={asOf} options={readings} />}
      {children}
      <button type="submit" className={buttonClass('secondary')}>
        {actions.apply}
      </button>
      {reset && (
        <LinkButton href={action} tone="quiet">
          {actions.reset}
        </LinkButton>
      )}
    </form>
  );
}

function Pick({ name, label, value, options }: Choice & { name: string; label: string }) {
  return (
    <div className="min-w-32 grow sm:grow-0">
      {/* A fresh key: after a GET navigation the browser must show the filter that is in force, not what was last picked. */}
      <Select key={value} id={`filter-${name}`} name={name} label={label} options={options} defaultValue={value} />
    </div>
  );
}
