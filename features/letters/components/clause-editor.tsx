import { Section } from '@/components/ui/section';
import type { SelectProps } from '@/components/ui/select';
import type { Locale } from '@/domain/format';
import { INDICATOR_IDS, indicator } from '@/domain/indicators';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { doing } from '../policy';
import type { LetterView } from '../queries/find-letter';
import type { LetterTree } from '../queries/letter-tree';
import { ClauseForm } from './clause-form';

/** The clauses of a draft as forms, for who issues the letter. */
export function ClauseEditor({ viewer, locale, letter, tree }: { viewer: Viewer; locale: Locale; letter: LetterView; tree: LetterTree }) {
  const { letters, figures, indicators: names } = messages(locale);
  const t = letters.clause;
  if (!letter.current || !doing(viewer, letter).includes('write')) return null;
  const options: SelectProps['options'] = INDICATOR_IDS.map((id) => ({ value: id, label: `${names.topics[indicator(id).topic]} · ${figures[id].name}` }));
  const above = letter.issuer === 'headquarters'
    ? tree.roots.filter(({ line }) => letter.kind === 'township' || line === letter.line).map(({ id, text, indicator: of }) => ({ value: `t${id}`, label: `${text} · ${figures[of].name}` }))
    : tree.clauses.filter(({ letterId }) => tree.letters.get(letterId)?.toPostId === letter.fromPostId).map(({ key, text, indicator: of }) => ({ value: key, label: `${text} · ${figures[of].name}` }));
  const parents = [{ value: '', label: letters.document.orphan }, ...above];
  const seen = { id: letter.id, version: letter.version, revision: letter.revision };
  return (
    <Section title={t.title} id="clauses">
      <div className="grid gap-3">
        {letter.clauses.map(({ no, text, indicator: of, target, dueMonth, parent }) => (
          <ClauseForm key={`${no} ${letter.revision}`} seen={seen} values={{ no, text, indicator: of, target: String(target), dueMonth, parent }} indicators={options} parents={parents} texts={{ ...t.form, label: t.label(no) }} />
        ))}
        <ClauseForm key={`new ${letter.revision}`} seen={seen} values={{ no: null, text: '', indicator: 'poverty.households_lifted', target: '', dueMonth: `${letter.year}-12`, parent: '' }} indicators={options} parents={parents} texts={{ ...t.form, label: t.add, save: t.add }} />
      </div>
    </Section>
  );
}
