import { Select } from '@/components/ui/select';
import { FILER_KINDS, type FilerKind } from '@/domain/checklist';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

/** The kind of filer, as a field of the page's filter. */
export function KindSelect({ kind, locale }: { kind: FilerKind | null; locale: Locale }) {
  const { board, kinds } = messages(locale).checklists;
  return (
    <div className="min-w-32 grow sm:grow-0">
      <Select
        key={kind ?? ''}
        id="filter-kind"
        name="kind"
        label={board.kind}
        defaultValue={kind ?? ''}
        options={[{ value: '', label: board.all }, ...FILER_KINDS.map((value) => ({ value, label: kinds[value] }))]}
      />
    </div>
  );
}
