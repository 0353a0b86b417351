import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { ChecklistView } from '../queries/find-checklist';
import { type Clauses, clauseOf } from './answers';
import { EntryFields } from './entry-fields';
import { FilingForm } from './filing-form';

/** The filer's side of a checklist: what the records already say, and what is still asked. */
export function Filing({ checklist, clauses, owner, locale }: { checklist: ChecklistView; clauses: Clauses; owner: string; locale: Locale }) {
  const { form } = messages(locale).checklists;
  const { save, submit, saving, submitting, saved, local, offline, notSaved, tooLarge, problems, conflict, adopt, adopted, signIn, failed, offer, offerFirst, offerStale, restore, discard, restored } = form;
  const broken = messages(locale).errors.codes.failed;
  const texts = { broken, save, submit, saving, submitting, saved, local, offline, notSaved, tooLarge, problems, conflict, adopt, adopted, signIn, failed, offer, offerFirst, offerStale, restore, discard, restored };
  const known = checklist.entries.filter(({ current }) => current !== null).length;
  return (
    <>
      <p className="text-muted">{form.burden(formatNumber(locale, known), formatNumber(locale, checklist.entries.length))}</p>
      <FilingForm key={checklist.id} id={checklist.id} version={checklist.version} owner={owner} texts={texts}>
        {checklist.entries.map((entry) => (
          <EntryFields key={entry.no} checklist={checklist} entry={entry} clause={clauseOf(clauses, entry)} locale={locale} />
        ))}
      </FilingForm>
    </>
  );
}
