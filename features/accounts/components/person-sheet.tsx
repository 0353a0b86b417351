import { Definitions } from '@/components/ui/definitions';
import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { appoints, may, ROLE_OF } from '@/domain/access';
import { isEndable } from '@/domain/appointment';
import { ABSENT, formatDate, formatDateTime, formatNumber, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { mayManage, mayOpen } from '../policy';
import type { PersonFile } from '../queries/people';
import { AccountForms } from './account-forms';
import { OpenAccountForm } from './open-account-form';
import { State } from './people-table';

type Held = PersonFile['appointments'][number];

/** A person's appointments, today's first, and accounts with what may be done to them. */
export function PersonSheet({ viewer, person, locale }: { viewer: Viewer; person: PersonFile; locale: Locale }) {
  const { accounts: { people }, appointments: { links }, common, roles } = messages(locale);
  const { appointment: columns } = people;
  const changeable = (row: Held) => person.id !== viewer.personId && appoints(viewer, row.duty, row.division) && isEndable(row, person.today);
  const post = (id: number, name: string) => (may(viewer, 'posts.view') ? <TextLink href={`/posts/${id}`}>{name}</TextLink> : name);
  return (
    <>
      <Definitions items={[{ term: people.facts.department, value: person.department ?? ABSENT }, { term: people.facts.title, value: person.title ?? ABSENT }]} columns={2} />
      <Section title={people.appointments}>
        <Table
          caption={people.appointments}
          captionHidden
          locale={locale}
          rows={person.appointments}
          rowKey={(row) => String(row.id)}
          columns={[
            { key: 'duty', label: columns.duty, heading: true, cell: (row) => roles[ROLE_OF[row.duty]] },
            { key: 'post', label: columns.post, cell: (row) => post(row.postId, row.post) },
            { key: 'place', label: columns.place, cell: (row) => row.place },
            { key: 'from', label: columns.from, tight: true, cell: (row) => formatDate(locale, row.startsOn) },
            { key: 'to', label: columns.to, tight: true, cell: (row) => (row.endsOn ? formatDate(locale, row.endsOn) : columns.now) },
            ...(person.appointments.some(changeable) ? [{ key: 'action', label: links.open, tight: true, cell: (row: Held) => changeable(row) && <TextLink href={`/admin/appointments/${row.id}`} label={`${links.open} ${row.post}`}>{links.open}</TextLink> }] : []),
          ]}
        />
      </Section>
      <Section title={people.accounts}>
        {person.accounts.length === 0 && <p className="mb-3 text-muted">{people.open.none}</p>}
        {mayOpen(viewer, person) && (
          <OpenAccountForm person={person.id} available={person.accounts.length === 0}
            texts={{ ...people.open, username: people.columns.usernames, reason: people.reason, reasonHint: people.reasonHint, done: people.done, secret: people.secret, close: common.actions.close, working: common.actions.working }} />
        )}
        {person.accounts.map((account) => (
          <Account key={account.id} viewer={viewer} account={account} locale={locale} />
        ))}
      </Section>
    </>
  );
}

function Account({ viewer, account, locale }: { viewer: Viewer; account: PersonFile['accounts'][number]; locale: Locale }) {
  const { accounts: { people }, common } = messages(locale);
  const { manage, reason, reasonHint, done, secret } = people;
  const disabled = account.disabledAt !== null;
  return (
    <div className="mb-4">
      <Definitions
        columns={2}
        items={[
          { term: people.columns.usernames, value: account.username },
          { term: people.columns.state, value: <State disabled={disabled} locale={locale} /> },
          { term: people.facts.sessions, value: people.facts.sessionsCount(formatNumber(locale, account.sessions)) },
          { term: people.facts.lastSeen, value: account.lastSeen ? formatDateTime(locale, account.lastSeen) : people.never },
        ]}
      />
      {mayManage(viewer, account) && (
        <AccountForms id={account.id} username={account.username} disabled={disabled}
          texts={{ manage, reason, reasonHint, done, secret, close: common.actions.close, working: common.actions.working }} />
      )}
      {account.id === viewer.accountId && <p className="text-muted">{people.own}</p>}
    </div>
  );
}
