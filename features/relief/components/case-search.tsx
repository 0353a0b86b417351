import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { Locale } from '@/domain/format';
import { RELIEF_CAUSES, RELIEF_STATES } from '@/domain/relief';
import type { ReliefSearch } from '@/domain/relief-search';
import { messages } from '@/messages/locale';

/** What the list of applications is narrowed by, beside the place. A name is asked for only by who may read names. */
export function CaseSearch({ locale, search, names }: { locale: Locale; search: ReliefSearch; names: boolean }) {
  const { common, relief, reliefApplications: { list: { fields: t } } } = messages(locale);
  const all = { value: '', label: common.filter.all };
  return (
    <>
      <div className="w-full sm:w-52">
        <TextInput key={search.q} name="q" type="search" label={names ? t.q : t.qNumber} defaultValue={search.q} maxLength={20} />
      </div>
      <Select key={`s${search.state}`} name="state" label={t.state} defaultValue={search.state ?? ''} options={[all, ...RELIEF_STATES.map((value) => ({ value, label: relief.states[value] }))]} />
      <Select key={`c${search.cause}`} name="cause" label={t.cause} defaultValue={search.cause ?? ''} options={[all, ...RELIEF_CAUSES.map((value) => ({ value, label: relief.causes[value] }))]} />
      <Checkbox key={`l${search.late}`} name="late" value="yes" label={t.onlyLate} defaultChecked={search.late} />
    </>
  );
}
