import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { CAUSES } from '@/domain/household';
import { HOUSEHOLD_GAPS, HOUSEHOLD_STATES, type HouseholdSearch, NAME_LENGTH } from '@/domain/household-search';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

/** The fields of the household list's filter. An ID number does not fit into the first one: it has a form of its own. */
export function SearchFields({ locale, search, problems }: { locale: Locale; search: HouseholdSearch; problems: readonly string[] }) {
  const { common, errors, households } = messages(locale);
  const all = { value: '', label: common.filter.all };
  const wrong = (field: string) => (problems.includes(field) ? errors.fields.malformed?.(0) : undefined);
  const asked = search.name || search.no;
  const visited = search.visited === null ? '' : search.visited ? 'yes' : 'no';
  return (
    <>
      <div className="w-full sm:w-52">
        <TextInput key={asked} name="q" label={`${households.fields.name} / ${households.fields.no}`} placeholder={households.fields.nameHint} defaultValue={asked} error={wrong('q')} maxLength={NAME_LENGTH} type="search" />
      </div>
      <Select key={`c${search.cause}`} name="cause" label={households.fields.cause} defaultValue={search.cause ?? ''} error={wrong('cause')} options={[all, ...CAUSES.map((value) => ({ value, label: households.causes[value] }))]} />
      <Select key={`s${search.state}`} name="state" label={households.fields.state} defaultValue={search.state ?? ''} error={wrong('state')} options={[{ value: '', label: households.states.all }, ...HOUSEHOLD_STATES.map((value) => ({ value, label: households.states[value] }))]} />
      <Select key={`v${visited}`} name="visited" label={households.fields.visited} defaultValue={visited} error={wrong('visited')} options={[all, ...(['yes', 'no'] as const).map((value) => ({ value, label: households.visits[value] }))]} />
      <Select key={`g${search.gap}`} name="gap" label={households.fields.gap} defaultValue={search.gap ?? ''} error={wrong('gap')} options={[all, ...HOUSEHOLD_GAPS.map((value) => ({ value, label: households.gaps[value] }))]} />
    </>
  );
}
