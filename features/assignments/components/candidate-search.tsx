import { buttonClass } from '@/components/ui/classes';
import { TextInput } from '@/components/ui/text-input';
import type { Locale } from '@/domain/format';
import { NAME_LENGTH } from '@/domain/household-search';
import { messages } from '@/messages/locale';

/** Narrows the candidates by name; the households chosen stay in the address. */
export function CandidateSearch({ locale, asked, name }: { locale: Locale; asked: [string, string][]; name: string }) {
  const { assignments, common } = messages(locale);
  const t = assignments.reassign;
  return (
    <form method="get" action="/assignments/reassign" className="mb-3 flex flex-wrap items-end gap-3">
      {asked.map(([key, value]) => (
        <input key={`${key}${value}`} type="hidden" name={key} value={value} />
      ))}
      <div className="w-52">
        <TextInput key={name} name="q" type="search" label={t.search} placeholder={t.searchHint} defaultValue={name} maxLength={NAME_LENGTH} />
      </div>
      <button type="submit" className={buttonClass('secondary')}>
        {common.actions.search}
      </button>
    </form>
  );
}
