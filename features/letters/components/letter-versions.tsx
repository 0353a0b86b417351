import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { Timeline } from '@/components/ui/timeline';
import { ABSENT, formatDateTime, formatMonth, type Locale } from '@/domain/format';
import { type ClauseChange, clauseChanges } from '@/domain/letter-changes';
import { messages } from '@/messages/locale';
import type { LetterView } from '../queries/find-letter';
import { amount } from './amount';
import { StateBadge } from './state-badge';

/** Every version, what changed from the one before to the one shown, and what happened. */
export function LetterVersions({ locale, letter }: { locale: Locale; letter: LetterView }) {
  const { versions: t, history, verbs } = messages(locale).letters;
  const before = letter.versions.find(({ no }) => no === letter.version - 1);
  return (
    <div className="mt-8">
      <Section title={t.title} id="versions">
        <Table
          caption={t.title}
          captionHidden
          locale={locale}
          rows={[...letter.versions]}
          rowKey={({ no }) => String(no)}
          columns={[
            { key: 'no', label: t.columns.no, tight: true, cell: ({ no }) => String(no) },
            { key: 'state', label: t.columns.state, tight: true, cell: ({ state }) => <StateBadge state={state} locale={locale} /> },
            { key: 'signed', label: t.columns.signed, tight: true, cell: ({ signedAt }) => (signedAt === null ? ABSENT : formatDateTime(locale, signedAt)) },
            { key: 'reason', label: t.columns.reason, cell: ({ reason }) => reason ?? ABSENT },
            { key: 'open', label: t.columns.open, tight: true, cell: ({ no }) => (no === letter.version ? t.current : <TextLink href={`/letters/${letter.id}?version=${no}`}>{t.open(no)}</TextLink>) },
          ]}
        />
        {before && <Changes locale={locale} from={before.no} to={letter.version} changes={clauseChanges(before.clauses, letter.clauses)} />}
      </Section>
      <Section title={history.title}>
        <Timeline locale={locale} events={letter.steps.map(({ id, at, who, verb, version, note }) => ({ key: String(id), at: new Date(at), who, what: `${verbs[verb]} · ${history.of(version)}`, note }))} />
      </Section>
    </div>
  );
}

function Changes({ locale, from, to, changes }: { locale: Locale; from: number; to: number; changes: ClauseChange[] }) {
  const { letters, audit } = messages(locale);
  const { versions: t } = letters;
  const promise = ({ indicator, target, dueMonth, text }: NonNullable<ClauseChange['before']>) => `${text} ${amount(locale, indicator, target)} ${formatMonth(locale, dueMonth, 'short')}`;
  return (
    <div className="mt-3">
      <h3 className="font-medium">{t.changes(from, to)}</h3>
      {changes.length === 0 && <p className="text-muted">{t.same}</p>}
      <ul>
        {changes.map(({ no, before, after }) => (
          <li key={no} className="border-b border-line py-1">
            {`${no} `}
            {before ? <del className="text-muted">{promise(before)}</del> : <span className="text-green">{t.added}</span>} <span className="text-muted">{audit.to}</span>{' '}
            {after ? <ins className="no-underline">{promise(after)}</ins> : <span className="text-red">{t.removed}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
