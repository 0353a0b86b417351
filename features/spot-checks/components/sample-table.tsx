import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { ABSENT, formatDateTime, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Sample } from '../queries/samples';

/** One squad's sample: how it was drawn, so that it can be drawn again, and what was found. */
export function SampleTable({ sample, locale }: { sample: Sample; locale: Locale }) {
  const { spotChecks: texts, checklists } = messages(locale);
  const done = sample.drawn.filter(({ result }) => result !== null).length;
  const number = (value: number) => formatNumber(locale, value);
  return (
    <Section title={sample.squad}>
      <p className="mb-2 text-muted">
        {texts.drawn(number(sample.population), number(sample.drawn.length), number(done))} {texts.seed} <code className="break-all">{sample.seed}</code> {sample.drawnBy}{' '}
        {formatDateTime(locale, new Date(sample.drawnAt))}
      </p>
      <Table
        caption={sample.squad}
        captionHidden
        locale={locale}
        rows={[...sample.drawn]}
        rowKey={(row) => String(row.checklistId)}
        columns={[
          { key: 'no', label: texts.no, numeric: true, cell: (row) => number(row.no) },
          { key: 'filer', label: checklists.review.filer, heading: true, cell: (row) => <TextLink href={`/checklists/${row.checklistId}#spot-checks`}>{row.filer}</TextLink> },
          { key: 'kind', label: checklists.review.kind, cell: (row) => checklists.kinds[row.kind] },
          { key: 'place', label: checklists.review.place, cell: (row) => row.place },
          { key: 'result', label: texts.form.result, tight: true, cell: (row) => (row.result ? <Badge tone={row.result === 'confirmed' ? 'green' : 'red'}>{texts.results[row.result]}</Badge> : texts.waiting) },
          { key: 'note', label: texts.found, cell: (row) => row.note ?? ABSENT },
        ]}
      />
    </Section>
  );
}
