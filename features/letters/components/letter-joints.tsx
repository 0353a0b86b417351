import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/domain/format';
import type { Level } from '@/domain/letter-tree';
import { messages } from '@/messages/locale';
import type { LetterView } from '../queries/find-letter';
import type { LetterTree } from '../queries/letter-tree';
import { amount } from './amount';
import { LevelMark } from './level-mark';
import { unitNamer } from './target-tree';
import { Wording } from './wording';

/** Where each clause hangs: the target above it, and what the letters below make of it. */
export function LetterJoints({ locale, letter, tree, splits }: { locale: Locale; letter: LetterView; tree: LetterTree; splits: boolean }) {
  const { below: t, kinds, document } = messages(locale).letters;
  const rows = letter.clauses.flatMap((clause): { key: string; clause: typeof clause; level: Level | null }[] => {
    const levels = tree.levels.filter(({ parent }) => parent === `${letter.id}.${clause.no}`);
    return levels.length > 0 ? levels.map((level) => ({ key: `${clause.no} ${level.kind}`, clause, level })) : [{ key: String(clause.no), clause, level: null }];
  });
  return (
    <Section title={t.title} id="below">
      <Table
        caption={t.title}
        captionHidden
        locale={locale}
        rows={rows}
        rowKey={({ key }) => key}
        empty={t.none}
        columns={[
          { key: 'clause', label: t.columns.clause, cell: ({ clause }) => <>{clause.no} <Wording text={clause.text} /></> },
          { key: 'above', label: document.parent, cell: ({ clause }) => <Above locale={locale} parent={clause.parent} tree={tree} /> },
          { key: 'level', label: t.columns.level, tight: true, cell: ({ level }) => level && <TextLink href={`#parts-${level.kind}`}>{kinds[level.kind]}</TextLink> },
          { key: 'target', label: t.columns.target, numeric: true, tight: true, cell: ({ clause }) => amount(locale, clause.indicator, clause.target) },
          { key: 'sum', label: t.columns.sum, numeric: true, tight: true, cell: ({ clause, level }) => level && amount(locale, clause.indicator, level.together) },
          { key: 'what', label: t.columns.what, cell: ({ clause, level }) => level && <LevelMark locale={locale} id={clause.indicator} level={level} nameOf={unitNamer(tree)} /> },
          ...(splits ? [{ key: 'split', label: t.split, tight: true, cell: ({ clause, level }: (typeof rows)[number]) => <TextLink href={`/letters/${letter.id}/split?${new URLSearchParams({ clause: String(clause.no), ...(level && { kind: level.kind }) })}`} label={`${t.split} ${clause.text}`}>{t.split}</TextLink> }] : []),
        ]}
      />
      <Parts locale={locale} letter={letter} tree={tree} />
    </Section>
  );
}

/** The parent: a county target, a clause of the issuer's letter, or nothing. What lies outside the viewer's ground is told without a link. */
function Above({ locale, parent, tree }: { locale: Locale; parent: string; tree: LetterTree }) {
  const { document: t } = messages(locale).letters;
  if (parent === '') return <span className="text-red">{t.orphan}</span>;
  const root = tree.roots.find(({ id }) => `t${id}` === parent);
  if (root) return <TextLink href={`/letters?year=${root.dueMonth.slice(0, 4)}&open=${root.id}#children`}>{amount(locale, root.indicator, root.target)}</TextLink>;
  const clause = tree.clauses.find(({ key }) => key === parent);
  if (!clause) return <span className="text-muted">{t.above}</span>;
  return <TextLink href={`/letters/${clause.letterId}`}>{`${tree.letters.get(clause.letterId)?.name ?? ''} ${amount(locale, clause.indicator, clause.target)}`}</TextLink>;
}

/** The letters below, by kind, as links. */
function Parts({ locale, letter, tree }: { locale: Locale; letter: LetterView; tree: LetterTree }) {
  const { kinds } = messages(locale).letters;
  const below = [...tree.letters.values()].filter(({ fromPostId }) => fromPostId === letter.toPostId);
  return [...new Set(below.map(({ kind }) => kind))].map((kind) => (
    <div key={kind} id={`parts-${kind}`} className="mt-3">
      <h3 className="text-sm text-muted">{kinds[kind]}</h3>
      <ul className="flex flex-wrap gap-x-4">
        {below.filter((one) => one.kind === kind).map(({ id, name }) => <li key={id}><TextLink href={`/letters/${id}`}>{name}</TextLink></li>)}
      </ul>
    </div>
  ));
}
