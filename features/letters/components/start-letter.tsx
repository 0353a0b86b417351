import type { Locale } from '@/domain/format';
import type { LetterKind } from '@/domain/letter';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { undrafted } from '../queries/undrafted';
import { StartForm } from './start-form';

/** For who issues letters of this kind: to begin one for a party that has none yet. */
export async function StartLetter({ viewer, locale, year, kind }: { viewer: Viewer; locale: Locale; year: number; kind: LetterKind }) {
  const parties = await undrafted(viewer, year, kind);
  const { start: t } = messages(locale).letters;
  if (!parties || parties.length === 0) return null;
  return <StartForm key={`${year} ${kind}`} year={year} kind={kind} parties={[{ value: '', label: t.choose }, ...parties.map(({ party, name }) => ({ value: party, label: name }))]} texts={{ title: t.title, party: t.party, button: t.button, working: t.working }} />;
}
