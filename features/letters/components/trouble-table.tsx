import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/domain/format';
import type { IndicatorId } from '@/domain/indicators';
import type { LetterKind } from '@/domain/letter';
import { messages } from '@/messages/locale';
import type { LetterTree, TreeLetterRow } from '../queries/letter-tree';
import { amount } from './amount';
import { troublesOf } from './level-mark';
import { unitNamer } from './target-tree';

interface Trouble { key: string; href: string; where: string; kind: LetterKind; indicator: IndicatorId; target: number; sum: number | null; what: string[]; splitHref: string | null }

/** Every joint that does not add up, and every clause that belongs to nothing. `repairs`: whether the viewer may split the county’s targets again. */
export function TroubleTable({ locale, tree, shown, repairs }: { locale: Locale; tree: LetterTree; shown: (letter: TreeLetterRow) => boolean; repairs: boolean }) {
  const { letters: m } = messages(locale);
  const { trouble: t } = m;
  const rows = troubles(locale, tree, shown, repairs);
  if (rows.length === 0) return <p>{t.none}</p>;
  return (
    <Table
      caption={t.title}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'where', label: t.columns.where, cell: ({ where, href }) => <TextLink href={href}>{where}</TextLink> },
        { key: 'level', label: t.columns.level, tight: true, cell: ({ kind }) => m.kinds[kind] },
        { key: 'target', label: t.columns.target, numeric: true, tight: true, cell: ({ indicator, target }) => amount(locale, indicator, target) },
        { key: 'sum', label: t.columns.sum, numeric: true, tight: true, cell: ({ indicator, sum }) => amount(locale, indicator, sum) },
        { key: 'what', label: t.columns.what, cell: ({ what }) => <span className="inline-flex flex-wrap gap-1">{what.map((each) => <Badge key={each} tone="red">{each}</Badge>)}</span> },
        { key: 'act', label: t.columns.act, tight: true, cell: ({ splitHref, where }) => splitHref && <TextLink href={splitHref} label={`${t.split} ${where}`}>{t.split}</TextLink> },
      ]}
    />
  );
}

function troubles(locale: Locale, tree: LetterTree, shown: (letter: TreeLetterRow) => boolean, splits: boolean): Trouble[] {
  const { trouble: t } = messages(locale).letters;
  const roots = new Map(tree.roots.map((root) => [`t${root.id}`, root]));
  const clauses = new Map(tree.clauses.map((clause) => [clause.key, clause]));
  const joints = tree.levels.filter(({ addsUp }) => !addsUp).flatMap((level): Trouble[] => {
    const common = { key: `${level.parent} ${level.kind}`, kind: level.kind, sum: level.together };
    const root = roots.get(level.parent);
    if (root) {
      const { id, indicator, target, text } = root;
      return [{ ...common, href: `/letters?year=${root.dueMonth.slice(0, 4)}&open=${id}#children`, where: text, indicator, target, what: troublesOf(locale, indicator, level, unitNamer(tree)), splitHref: splits ? `/letters/targets/${id}/split?kind=${level.kind}` : null }];
    }
    const clause = clauses.get(level.parent);
    const letter = clause && tree.letters.get(clause.letterId);
    if (!clause || !letter || !shown(letter)) return [];
    const { indicator, target } = clause;
    return [{ ...common, href: `/letters/${letter.id}#below`, where: `${letter.name} ${clause.text}`, indicator, target, what: troublesOf(locale, indicator, level, unitNamer(tree)), splitHref: null }];
  });
  const lost = tree.strays.flatMap((clause): Trouble[] => {
    const letter = tree.letters.get(clause.letterId);
    return letter && shown(letter) ? [{ key: clause.key, href: `/letters/${letter.id}`, where: `${letter.name} ${clause.text}`, kind: clause.kind, indicator: clause.indicator, target: clause.target, sum: null, what: [t.stray], splitHref: null }] : [];
  });
  return [...joints, ...lost];
}
