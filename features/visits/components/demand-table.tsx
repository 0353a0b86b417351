import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { type Column, Table } from '@/components/ui/table';
import { may } from '@/domain/access';
import { formatDate, type Locale } from '@/domain/format';
import { ANSWERS, dueState } from '@/domain/visit';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { mayAnswer } from '../policy';
import type { DemandRow } from '../queries/list-demands';
import { AnswerForm } from './answer-form';

type Props = { viewer: Viewer; locale: Locale; today: string; rows: DemandRow[]; empty: string; /** On a household's own page its name and place go without saying. */ household?: true };

const TONES = { ahead: 'neutral', near: 'yellow', late: 'red' } as const;

/** Demands with what was promised and what became of them; who may, answers in the row. */
export function DemandTable({ viewer, locale, today, rows, empty, household }: Props) {
  const { demands: t } = messages(locale).visits;
  const answers = ANSWERS.map((value) => ({ value, label: t.answers[value] }));
  const { answer, how, text, submit, working, done } = t;
  const columns: Column<DemandRow>[] = [
    { key: 'household', label: t.columns.household, tight: true, cell: (row) => <TextLink href={`/households/${row.householdId}#demands`}>{row.headName}</TextLink> },
    { key: 'place', label: t.columns.place, cell: (row) => row.place },
    { key: 'demand', label: t.columns.demand, cell: (row) => (row.text ? `${t.kinds[row.kind]} · ${row.text}` : t.kinds[row.kind]) },
    { key: 'raised', label: t.columns.raised, cell: (row) => <Raised viewer={viewer} locale={locale} row={row} /> },
    { key: 'promise', label: t.columns.promise, cell: (row) => <Promised locale={locale} today={today} row={row} /> },
    { key: 'cadre', label: t.columns.cadre, cell: (row) => row.cadre ?? <Badge tone="red">{t.noCadre}</Badge> },
    {
      key: 'answer', label: t.columns.answer,
      cell: (row) => {
        if (row.answer) return <Answered locale={locale} row={row} />;
        return mayAnswer(viewer) ? <AnswerForm id={row.id} name={t.answerFor(row.headName)} answers={answers} texts={{ answer, how, text, submit, working, done }} /> : <Badge tone="yellow">{t.waiting}</Badge>;
      },
    },
  ];
  const shown = household ? columns.filter(({ key }) => !['household', 'place', 'cadre'].includes(key)) : columns;
  return <Table caption={t.title} captionHidden columns={shown} rows={rows} rowKey={(row) => String(row.id)} locale={locale} empty={empty} />;
}

function Raised({ viewer, locale, row }: { viewer: Viewer; locale: Locale; row: DemandRow }) {
  const text = messages(locale).visits.demands.raised(formatDate(locale, row.raisedOn), row.raisedBy);
  return may(viewer, 'visits.view') ? <TextLink href={`/visits/${row.visitId}`}>{text}</TextLink> : text;
}

function Promised({ locale, today, row }: { locale: Locale; today: string; row: DemandRow }) {
  const { common, visits } = messages(locale);
  if (row.promise === null || row.dueOn === null) return common.none;
  const { due, dueOn } = visits.demands;
  const state = dueState(row.dueOn, today);
  return (
    <>
      {row.promise} <span className="whitespace-nowrap text-muted">{dueOn(formatDate(locale, row.dueOn))}</span> {row.answer === null && state !== 'ahead' && <Badge tone={TONES[state]}>{due[state]}</Badge>}
    </>
  );
}

function Answered({ locale, row }: { locale: Locale; row: DemandRow }) {
  const { demands: t } = messages(locale).visits;
  return (
    <>
      {row.answer && <Badge tone="green">{t.answers[row.answer]}</Badge>} {row.answerText}{' '}
      {row.answeredOn && <span className="text-muted">{t.answered(formatDate(locale, row.answeredOn), row.answeredBy ?? '')}</span>}
    </>
  );
}
