import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { formatMonth, type Locale } from '@/domain/format';
import type { LetterKind } from '@/domain/letter';
import type { Level } from '@/domain/letter-tree';
import { messages } from '@/messages/locale';
import type { LetterTree, RootRow } from '../queries/letter-tree';
import { amount, lineText } from './amount';
import { LevelMark } from './level-mark';
import { PaceBar, PaceLight, PaceRule } from './pace';
import { Wording } from './wording';

type Props = { locale: Locale; tree: LetterTree; rows: RootRow[]; hrefOf: (target: number) => string };

export const unitNamer = (tree: LetterTree) => (unit: string) => tree.unitNames.get(unit) ?? unit;

/** The county's targets, each with what the levels below make of it and how far it is. A target unfolds by its link. */
export function TargetTree({ locale, tree, rows, hrefOf }: Props) {
  const { tree: t } = messages(locale).letters;
  const nameOf = unitNamer(tree);
  const levels = new Map<string, Level>(tree.levels.map((level) => [`${level.parent} ${level.kind}`, level]));
  const level = (kind: LetterKind) => ({ cell: (row: RootRow) => <LevelMark locale={locale} id={row.indicator} level={levels.get(`t${row.id} ${kind}`)} nameOf={nameOf} /> });
  return (
    <>
      <Table
        caption={t.title}
        captionHidden
        locale={locale}
        rows={rows}
        rowKey={({ id }) => String(id)}
        empty={t.noTargets}
        columns={[
          { key: 'target', label: t.columns.target, cell: (row) => <><TextLink href={hrefOf(row.id)} label={t.unfold(row.text)}><Wording text={row.text} /></TextLink> <span className="text-sm text-muted">{lineText(locale, row)}</span></> },
          { key: 'value', label: t.columns.value, numeric: true, tight: true, cell: (row) => amount(locale, row.indicator, row.target) },
          { key: 'due', label: t.columns.due, tight: true, cell: (row) => formatMonth(locale, row.dueMonth, 'short') },
          { key: 'commands', label: t.columns.commands, ...level('sub-command') },
          { key: 'departments', label: t.columns.departments, ...level('department') },
          { key: 'townships', label: t.columns.townships, ...level('township') },
          { key: 'done', label: t.columns.done, cell: (row) => <PaceBar locale={locale} pace={tree.progress(row)} label={row.text} /> },
          { key: 'light', label: t.columns.light, tight: true, cell: (row) => <PaceLight locale={locale} pace={tree.progress(row)} /> },
        ]}
      />
      <PaceRule locale={locale} />
    </>
  );
}
