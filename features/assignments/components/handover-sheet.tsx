import type { ReactNode } from 'react';
import { Definitions } from '@/components/ui/definitions';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatDate, formatDateTime, formatNumber, listMark, type Locale } from '@/domain/format';
import { SAFEGUARDS } from '@/domain/household';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { mayConfirm } from '../policy';
import type { HandedHousehold, HandoverSheet as Sheet } from '../queries/handover-sheet';
import { ConfirmButton } from './confirm-button';

/** The hand-over as a document for A4: what is handed over, what is still open, and that both sides confirm. */
export function HandoverSheet({ viewer, locale, sheet: { handover, households } }: { viewer: Viewer; locale: Locale; sheet: Sheet }) {
  const { assignments, common, households: h, visits } = messages(locale);
  const t = assignments.sheet;
  const from = handover.fromName ?? assignments.handovers.noOne;
  const asked = ({ on, kind, text, promise, dueOn }: HandedHousehold['demands'][number]) =>
    [formatDate(locale, on), visits.demands.kinds[kind], text, promise && dueOn && visits.form.promised(promise, formatDate(locale, dueOn))].filter(Boolean).join(' ');
  const lacking = (row: HandedHousehold) =>
    SAFEGUARDS.filter((name) => { const since = row.safeguards[name]; return since === null || since > handover.today; }).map((name) => h.safeguards[name]).join(listMark(locale));
  return (
    <>
      <Definitions
        columns={2}
        items={[
          { term: t.facts.village, value: `${handover.township} ${handover.village}` },
          { term: t.facts.at, value: formatDateTime(locale, handover.at) },
          { term: t.facts.from, value: from },
          { term: t.facts.to, value: handover.toName },
          { term: t.facts.by, value: handover.byName },
          { term: t.facts.reason, value: handover.reason },
        ]}
      />
      <Section title={common.noted(t.households, formatNumber(locale, households.length))}>
        {households.length === 0 ? (
          <p className="text-muted">{t.hidden}</p>
        ) : (
          <Table
            caption={t.households}
            captionHidden
            locale={locale}
            rows={households}
            rowKey={(row) => String(row.id)}
            columns={[
              { key: 'household', label: t.columns.household, tight: true, cell: (row) => row.headName },
              { key: 'no', label: t.columns.no, tight: true, cell: (row) => row.no },
              { key: 'people', label: t.columns.people, numeric: true, cell: (row) => formatNumber(locale, row.people) },
              { key: 'cause', label: t.columns.cause, tight: true, cell: (row) => h.causes[row.mainCause] },
              { key: 'state', label: t.columns.state, tight: true, cell: (row) => (row.exitedOn ? h.stateOf.exited : h.stateOf.remaining) },
              { key: 'lacking', label: t.columns.lacking, cell: (row) => lacking(row) || t.nothing },
              { key: 'lastVisit', label: t.columns.lastVisit, tight: true, cell: (row) => (row.lastVisit ? formatDate(locale, row.lastVisit) : t.never) },
              { key: 'demands', label: t.columns.demands, cell: (row) => (row.demands.length === 0 ? t.nothing : row.demands.map((demand) => <p key={`${demand.on} ${demand.kind}`}>{asked(demand)}</p>)) },
            ]}
          />
        )}
      </Section>
      <Section title={t.signatures}>
        <div className="grid gap-6 sm:grid-cols-2">
          {handover.fromName !== null && (
            <Side
              sign={t.sign(handover.fromName)}
              said={handover.giverLeft ? t.leftGiven(handover.fromName) : handover.givenAt ? t.givenAt(handover.fromName, formatDateTime(locale, handover.givenAt)) : t.waitsGiven(handover.fromName)}
              button={handover.givenAt === null && mayConfirm(viewer, handover.fromId) ? <ConfirmButton id={handover.id} side="give" texts={{ confirm: t.given, working: t.working, done: t.done }} /> : null}
            />
          )}
          <Side
            sign={t.sign(handover.toName)}
            said={handover.takenAt ? t.takenAt(handover.toName, formatDateTime(locale, handover.takenAt)) : t.waitsTaken(handover.toName)}
            button={handover.takenAt === null && mayConfirm(viewer, handover.toId) ? <ConfirmButton id={handover.id} side="take" texts={{ confirm: t.taken, working: t.working, done: t.done }} /> : null}
          />
        </div>
      </Section>
    </>
  );
}

/** One side's confirmation; on paper a line to sign on. */
function Side({ said, sign, button }: { said: string; sign: string; button: ReactNode }) {
  return (
    <div className="keep-together">
      <p className="mb-2">{said}</p>
      <p className="print-only mt-10 border-t border-line-strong pt-1">{sign}</p>
      {button}
    </div>
  );
}
