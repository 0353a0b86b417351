import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatMoney, formatNumber, type Locale } from '@/domain/format';
import { type ReliefAmount, reliefAmount, WORKSHEET_KINDS } from '@/domain/relief-amount';
import { messages } from '@/messages/locale';
import type { CaseView, CaseWorksheet } from '../queries/find-case';

/** The amount by a case's latest worksheet; null without worksheet or line. */
export function workingOf({ worksheets, line, year, people, lineScope, lineSource }: CaseView): { by: CaseWorksheet; working: ReliefAmount } | null {
  const by = worksheets.at(-1);
  if (!by || line === null || people.length === 0) return null;
  return { by, working: reliefAmount({ year, ...by }, people.length, { year, scope: lineScope ?? 'Sichuan', fen: line, status: '', source: lineSource ?? '' }) };
}

/** The amount's working, line by line, with its formula and the source of the line. */
export function Working({ its, locale }: { its: CaseView; locale: Locale }) {
  const { relief, reliefReviews: { working: t } } = messages(locale);
  const found = workingOf(its);
  if (!found) return null;
  const { by, working } = found;
  const { perHead, line, net, people, amount } = working;
  const lines = [
    ...WORKSHEET_KINDS.map((kind) => ({ key: kind, term: relief.kinds[kind], value: formatMoney(locale, kind === 'cost' ? -by[kind] : by[kind]) })),
    { key: 'net', term: t.net, value: formatMoney(locale, net) },
    { key: 'people', term: t.people, value: t.person(formatNumber(locale, people)) },
    { key: 'head', term: t.head, value: formatMoney(locale, perHead) },
    { key: 'line', term: t.line(String(line.year)), value: formatMoney(locale, line.fen) },
    { key: 'lack', term: t.lack, value: formatMoney(locale, perHead === null ? null : Math.max(0, line.fen - perHead)) },
    { key: 'amount', term: t.amount, value: formatMoney(locale, amount) },
  ];
  return (
    <Section title={t.title} id="working">
      <p className="mb-2 max-w-prose text-muted">{t.formula}</p>
      <div className="max-w-xl">
        <Table
          narrow="scroll"
          caption={t.by(relief.parts[by.part])}
          locale={locale}
          rows={lines}
          rowKey={({ key }) => key}
          columns={[
            { key: 'term', label: t.item, heading: true, cell: ({ term }) => term },
            { key: 'value', label: t.value, numeric: true, cell: ({ value }) => value },
          ]}
        />
      </div>
      {its.lineSource && <p className="mt-2 text-sm text-muted">{t.source(its.lineSource)}</p>}
    </Section>
  );
}
