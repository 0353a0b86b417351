import { Table } from '@/components/ui/table';
import { formatDateTime, formatMonth, type Locale } from '@/domain/format';
import { type Side, SIDES } from '@/domain/letter';
import { measureOf } from '@/domain/letter-pace';
import type { Clause } from '@/db/letters';
import { messages } from '@/messages/locale';
import type { LetterView } from '../queries/find-letter';
import { targetText } from './amount';
import { Wording } from './wording';

/** The letter as both sides sign it, for the screen and for A4. */
export function LetterDocument({ locale, letter }: { locale: Locale; letter: LetterView }) {
  const { document: t } = messages(locale).letters;
  return (
    <article aria-label={t.title(letter.year)}>
      <p className="my-3 max-w-prose">{t.preamble(letter.from, letter.to, letter.year)}</p>
      <Clauses locale={locale} clauses={letter.clauses} />
      <p className="my-3 max-w-prose">{t.duty}</p>
      <div className="keep-together">
        <div className="mt-4 grid gap-8 sm:grid-cols-2">
          {SIDES.map((side) => <Signature key={side} locale={locale} letter={letter} side={side} />)}
        </div>
        <p className="mt-4 text-sm text-muted">
          {t.hash} <code className="break-all">{letter.hash}</code>
        </p>
      </div>
      <details className="no-print mt-3">
        <summary className="underline decoration-line-strong underline-offset-4">{t.text}</summary>
        <p className="mt-1 text-sm text-muted">{t.textHint}</p>
        <pre className="mt-2 border border-line bg-wash p-3 text-sm break-all whitespace-pre-wrap">{letter.text}</pre>
      </details>
    </article>
  );
}

function Clauses({ locale, clauses }: { locale: Locale; clauses: readonly Clause[] }) {
  const { figures, letters } = messages(locale);
  const { document: t } = letters;
  return (
    <Table
      caption={letters.title}
      captionHidden
      locale={locale}
      rows={[...clauses]}
      rowKey={({ no }) => String(no)}
      empty={t.noClauses}
      columns={[
        { key: 'no', label: t.columns.no, tight: true, cell: ({ no }) => String(no) },
        { key: 'text', label: t.columns.text, heading: true, cell: ({ text }) => <Wording text={text} /> },
        { key: 'indicator', label: t.columns.indicator, cell: ({ indicator }) => figures[indicator].name },
        { key: 'target', label: t.columns.target, tight: true, cell: ({ indicator, target }) => targetText(locale, indicator, target) },
        { key: 'due', label: t.columns.due, tight: true, cell: ({ indicator, dueMonth }) => (measureOf(indicator) === 'monthly' ? t.monthly : t.by(formatMonth(locale, dueMonth))) },
      ]}
    />
  );
}

/** One side: its name, who signed and when; on paper the line is where it is signed and sealed. */
function Signature({ locale, letter, side }: { locale: Locale; letter: LetterView; side: Side }) {
  const { common: { colon }, letters: { document: t, sides } } = messages(locale);
  const signed = letter.signed.find((one) => one.side === side);
  return (
    <div className="border-b border-line-strong pb-8">
      <p className="font-medium">{sides[side]}{colon}{side === 'from' ? letter.from : letter.to}</p>
      <p>{t.signature}{colon}{signed ? signed.name : t.unsigned}</p>
      <p className="text-muted">{signed && `${t.signedAt}${colon}${formatDateTime(locale, signed.at)}`}</p>
    </div>
  );
}
