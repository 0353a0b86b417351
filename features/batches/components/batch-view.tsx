import { Notice } from '@/components/shell/notice';
import { Badge } from '@/components/ui/badge';
import { Definitions } from '@/components/ui/definitions';
import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { ABSENT, formatDateTime, formatMoney, formatNumber, listMark, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { BatchPage, LineRow } from '../queries/find-batch';
import { BatchForm } from './batch-form';
import { TONES } from './batch-list';
import { CameBack } from './came-back';
import { ResultUpload } from './result-upload';
import { TakeFile } from './take-file';

const LINE_TONES = { waiting: 'yellow', paid: 'green', failed: 'red', returned: 'red', void: 'neutral' } as const;

/** A batch from its making to its closing: the file for the bank, the bank's answers, every row. */
export function BatchView({ batch, locale, manages, asked }: { batch: BatchPage; locale: Locale; manages: boolean; asked: number | null }) {
  const { batches: t, common } = messages(locale);
  const { id, no, state, version, madeBy, madeAt, sentBy, sentAt, closedBy, closedAt, voidedBy, voidedAt, voidReason, fileHash, own, closers } = batch;
  const back = batch.payments.find((line) => line.no === asked && line.state === 'paid' && manages);
  const by = (who: string | null, at: number | null) => (who ? t.by(who, formatDateTime(locale, at)) : ABSENT);
  const may = closers.length > 0 ? t.closers(closers.join(listMark(locale))) : t.noCloser;
  return (
    <>
      <FigureRow>
        <Figure label={t.columns.lines} value={batch.lines} locale={locale} />
        <Figure label={t.columns.total} value={batch.total} text={formatMoney(locale, batch.total)} locale={locale} />
        <Figure label={t.columns.paid} value={batch.paid} locale={locale} />
        <Figure label={t.columns.failed} value={batch.failed} locale={locale} />
      </FigureRow>
      <div className="my-4">
        <Definitions
          items={[
            { term: t.columns.state, value: <Badge tone={TONES[state]}>{t.states[state]}</Badge> },
            { term: t.made, value: by(madeBy, madeAt) },
            ...(state === 'void' ? [{ term: t.voided, value: by(voidedBy, voidedAt) }, { term: t.voidReason, value: voidReason }] : [
              { term: t.sent, value: by(sentBy, sentAt) },
              { term: t.closed, value: by(closedBy, closedAt) },
              { term: t.hash, value: <span className="font-mono text-sm break-all">{fileHash ?? t.noHash}</span> },
            ]),
          ]}
        />
      </div>
      {manages && state !== 'void' && (
        <div className="no-print grid gap-x-10 gap-y-4 md:grid-cols-2">
          <TakeFile
            batch={id}
            no={no}
            tone={state === 'made' ? 'primary' : 'secondary'}
            texts={{ take: state === 'made' ? t.take : t.takeAgain, taking: t.taking, takeHint: state === 'made' ? t.takeHint : t.takeAgainHint, takeReload: t.takeReload, taken: t.taken, takeFailed: t.takeFailed }}
          />
          {state === 'made' && (
            <div>
              <p className="mb-2 text-muted">{t.voidHint}</p>
              <BatchForm what="takeBack" hidden={{ id }} reason={t.voidReason} tone="secondary" texts={{ title: t.void, submit: t.void, working: common.actions.working, done: '' }} />
            </div>
          )}
          {state !== 'made' && (
            <div className="space-y-4">
              {state !== 'closed' && (
                <ResultUpload
                  batch={id}
                  waits={state === 'sent'}
                  warning={{ title: t.importOrClose, text: may }}
                  texts={{ importFile: t.importFile, import: t.import, importing: t.importing, importHint: t.importHint, imported: t.imported, importedBefore: t.importedBefore }}
                />
              )}
              {state === 'sent' && batch.paid + batch.failed === 0 && (
                <div>
                  <p className="mb-2 text-muted">{t.bounceHint}</p>
                  <BatchForm what="bounce" hidden={{ id }} reason={t.bounceReason} tone="secondary" texts={{ title: t.bounce, submit: t.bounce, working: common.actions.working, done: '' }} />
                </div>
              )}
              {state === 'reconciled' && own && <Notice title={t.closeOwn}>{may}</Notice>}
              {state === 'reconciled' && !own && (
                <div>
                  <p className="mb-2 text-muted">{t.closeHint}</p>
                  <BatchForm what="close" hidden={{ id, version }} texts={{ title: t.close, submit: t.close, working: common.actions.working, done: t.closedDone }} />
                </div>
              )}
            </div>
          )}
        </div>
      )}
      {back && <CameBack batch={batch} line={back} locale={locale} />}
      <Payments batch={batch} locale={locale} manages={manages} />
      <Results batch={batch} locale={locale} />
    </>
  );
}

function Payments({ batch: { id, payments, own }, locale, manages }: { batch: BatchPage; locale: Locale; manages: boolean }) {
  const { batches: t } = messages(locale);
  const change = ({ no, holder, state, returnEnteredBy }: LineRow) => {
    const confirms = returnEnteredBy !== null && !own;
    return state === 'paid' && <TextLink href={`/relief/batches/${id}?return=${no}#return`} label={(confirms ? t.returnConfirmTitle : t.returnTitle)(formatNumber(locale, no), holder)}>{confirms ? t.returnConfirm : t.returnEnter}</TextLink>;
  };
  return (
    <Section title={t.lines}>
      <Table
        caption={t.lines}
        captionHidden
        locale={locale}
        rows={[...payments]}
        rowKey={({ no }) => String(no)}
        columns={[
          { key: 'line', label: t.columns.line, tight: true, cell: ({ no }) => no },
          { key: 'case', label: t.columns.case, tight: true, cell: ({ caseId, caseNo }) => ({ href: `/relief/${caseId}`, text: caseNo }) },
          { key: 'village', label: t.columns.village, tight: true, cell: ({ village }) => village },
          { key: 'holder', label: t.columns.holder, cell: ({ holder }) => holder },
          { key: 'card', label: t.columns.card, tight: true, cell: ({ cardTail }) => cardTail },
          { key: 'amount', label: t.columns.amount, numeric: true, cell: ({ amount }) => formatMoney(locale, amount) },
          { key: 'result', label: t.columns.result, tight: true, cell: ({ state, returnEnteredBy }) => <><Badge tone={LINE_TONES[state]}>{t.lineStates[state]}</Badge> {state === 'paid' && returnEnteredBy !== null && <Badge tone="yellow">{t.returnPending}</Badge>}</> },
          { key: 'reason', label: t.columns.reason, cell: ({ state, reason, returnReason }) => (state === 'returned' ? returnReason : reason) ?? '' },
          { key: 'ref', label: t.columns.ref, tight: true, cell: ({ state, bankRef, returnRef }) => (state === 'returned' ? returnRef : bankRef) ?? '' },
          { key: 'settledAt', label: t.columns.settledAt, tight: true, cell: ({ settledAt }) => (settledAt === null ? '' : formatDateTime(locale, settledAt)) },
          ...(manages && payments.some(({ state }) => state === 'paid') ? [{ key: 'change', label: t.columns.change, tight: true, cell: change }] : []),
        ]}
      />
    </Section>
  );
}

function Results({ batch: { results }, locale }: { batch: BatchPage; locale: Locale }) {
  const { batches: t } = messages(locale);
  const number = (value: number) => formatNumber(locale, value);
  return (
    <Section title={t.results}>
      <Table
        caption={t.results}
        captionHidden
        locale={locale}
        rows={[...results]}
        empty={t.resultsEmpty}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: 'hash', label: t.resultColumns.hash, cell: ({ hash }) => <span className="font-mono text-sm break-all">{hash}</span> },
          { key: 'paid', label: t.resultColumns.paid, numeric: true, cell: ({ paid }) => number(paid) },
          { key: 'failed', label: t.resultColumns.failed, numeric: true, cell: ({ failed }) => number(failed) },
          { key: 'at', label: t.resultColumns.at, tight: true, cell: ({ at }) => formatDateTime(locale, at) },
          { key: 'who', label: t.resultColumns.who, tight: true, cell: ({ takenBy }) => takenBy },
        ]}
      />
    </Section>
  );
}
