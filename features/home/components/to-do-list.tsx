import type { ReactNode } from 'react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { may } from '@/domain/access';
import type { ChecklistState } from '@/domain/checklist';
import { formatDeadline, formatMoney, formatMonth, formatNumber, type Locale } from '@/domain/format';
import { addMonths } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { ToDo, ToFile } from '../queries/to-do';
import { ToVisit, TrailingPlaces } from './to-visit';

type Props = { viewer: Viewer; toDo: ToDo; locale: Locale };

const CARDS_LISTED = 8;

/** What waits for the viewer, most urgent first; an item leaves when its record exists. */
export function ToDoList({ viewer, toDo, locale }: Props) {
  const { toDo: texts } = messages(locale).home;
  const items: ReactNode[] = [
    ...toDo.toFile.map((item) => <Filing key={`file-${item.id}`} item={item} locale={locale} />),
    ...toDo.handovers.map(({ id, give, other }) => (
      <Item key={`handover-${id}`} href={`/assignments/handovers/${id}`} title={give ? texts.give(other) : texts.take(other)} />
    )),
    ...toDo.letters.map(({ id, party, year }) => <Item key={`letter-${id}`} href={`/letters/${id}#deeds`} title={messages(locale).letters.toDo.sign(party, year)} />),
    ...(toDo.fund ? fundItems(toDo.fund, locale) : []),
    ...(toDo.queue && Object.keys(toDo.queue).length > 0 ? [<Queue key="queue" toDo={toDo} locale={locale} />] : []),
    ...toDo.earlier.map(({ month, count }) => <Item key={`earlier-${month}`} href={`/checklists/review?month=${month}`} title={texts.earlier(formatMonth(locale, month), formatNumber(locale, count))} />),
    ...toDo.spots.map((spots) => <Spots key={`spots-${spots.month}`} spots={spots} locale={locale} />),
    ...(toDo.toVisit && toDo.toVisit.of > 0 ? [<ToVisit key="visit" toVisit={toDo.toVisit} locale={locale} />] : []),
    ...(toDo.demands && toDo.demands.open > 0 ? [<Demands key="demands" demands={toDo.demands} locale={locale} />] : []),
    ...toDo.reviews.map((waiting) => <Review key={`review-${waiting.state}`} waiting={waiting} locale={locale} />),
    ...(toDo.objections > 0 ? [<Item key="objections" href="/relief?state=noticed" title={texts.relief.objections(formatNumber(locale, toDo.objections))} />] : []),
    ...(['change', 'confirm'] as const).flatMap((what) => cardItems(what, toDo.cards[what], locale)),
    ...(['received', 'returned'] as const).flatMap((state) => (toDo.relief && toDo.relief[state] > 0 ? [<Item key={`relief-${state}`} href={`/relief?state=${state}`} title={texts.relief[state](formatNumber(locale, toDo.relief[state]))} />] : [])),
    ...(toDo.trailing && toDo.trailing.count > 0 ? [<TrailingPlaces key="trailing" trailing={toDo.trailing} month={toDo.month} locale={locale} />] : []),
    ...administration({ viewer, toDo, locale }),
  ];
  return (
    <Section title={texts.title}>
      {items.length > 0 ? (
        <ul className="divide-y divide-line">{items}</ul>
      ) : (
        <p>
          {texts.none} <span className="text-muted">{texts.noneHint}</span>
        </p>
      )}
    </Section>
  );
}

/** One by one, each where it is done, while they are few. */
function cardItems(what: 'change' | 'confirm', cases: ToDo['cards']['change'], locale: Locale): ReactNode[] {
  const texts = messages(locale).home.toDo.relief.cards[what];
  const listed = cases.slice(0, CARDS_LISTED).map(({ id, no }) => <Item key={`card-${what}-${id}`} href={`/relief/${id}#cards`} title={texts.one(no)} />);
  const rest = cases.length - listed.length;
  return rest > 0 ? [...listed, <Item key={`cards-${what}`} href={what === 'change' ? '/relief?state=failed' : '/relief'} title={texts.more(formatNumber(locale, rest))} />] : listed;
}

function fundItems({ topUp, approved, failed, batches, returns }: NonNullable<ToDo['fund']>, locale: Locale): ReactNode[] {
  const { fund: texts } = messages(locale).home.toDo;
  const counted = [['approved', approved], ['failed', failed], ['batches', batches], ['returns', returns]] as const;
  return [
    ...(topUp ? [
      <Item key="top-up" href="/funds" title={texts.topUp(formatMoney(locale, topUp.shortfall))}>
        <Badge tone={topUp.overdue ? 'red' : 'yellow'}>{texts.due(formatDeadline(locale, new Date(topUp.due)))}</Badge>
      </Item>,
    ] : []),
    ...counted.filter(([, count]) => count > 0).map(([what, count]) => <Item key={what} href="/relief/batches" title={texts[what](formatNumber(locale, count))} />),
  ];
}

function Demands({ demands, locale }: { demands: NonNullable<ToDo['demands']>; locale: Locale }) {
  const { toDo: texts } = messages(locale).home;
  return (
    <Item href="/demands" title={texts.demands(formatNumber(locale, demands.open))}>
      {demands.overdue > 0 && (
        <TextLink href="/demands?list=overdue">
          <Badge tone="red">{texts.overdue(formatNumber(locale, demands.overdue))}</Badge>
        </TextLink>
      )}
    </Item>
  );
}

function Review({ waiting: { state, count, late }, locale }: { waiting: ToDo['reviews'][number]; locale: Locale }) {
  const { toDo: { relief: texts } } = messages(locale).home;
  return (
    <Item href={`/relief?state=${state}`} title={texts.reviews[state](formatNumber(locale, count))}>
      {late > 0 && (
        <TextLink href={`/relief?state=${state}&late=yes`}>
          <Badge tone="red">{texts.late(formatNumber(locale, late))}</Badge>
        </TextLink>
      )}
    </Item>
  );
}

function Spots({ spots: { month, drawn, left }, locale }: { spots: ToDo['spots'][number]; locale: Locale }) {
  const { toDo: texts } = messages(locale).home;
  const [of, count] = [formatMonth(locale, month), formatNumber(locale, left)];
  return <Item href={`/checklists/spot-checks?month=${month}`} title={drawn ? texts.checkSample(of, count) : texts.drawSample(of, count)} />;
}

function Item({ href, title, children }: { href: string; title: string; children?: ReactNode }) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
      <TextLink href={href}>{title}</TextLink>
      {children}
    </li>
  );
}

function Filing({ item, locale }: { item: ToFile; locale: Locale }) {
  const { toDo: texts } = messages(locale).home;
  const tone: BadgeTone = item.state === 'returned' ? 'yellow' : 'neutral';
  const due = formatDeadline(locale, item.dueAt);
  return (
    <Item href={`/checklists/${item.id}`} title={texts.file(formatMonth(locale, item.month), item.post)}>
      <Badge tone={tone}>{texts.states[item.state]}</Badge>
      <span className={item.late ? 'text-red' : 'text-muted'}>{item.late ? texts.late(due) : texts.due(due)}</span>
    </Item>
  );
}

const SHOWN: readonly ChecklistState[] = ['submitted', 'returned', 'draft', 'open', 'verified'];

function Queue({ toDo, locale }: { toDo: ToDo; locale: Locale }) {
  const { toDo: texts } = messages(locale).home;
  return (
    <Item href={`/checklists/review?month=${toDo.month}`} title={`${texts.queue(formatMonth(locale, toDo.month))} · ${texts.review}`}>
      {SHOWN.filter((state) => toDo.queue?.[state]).map((state) => (
        <span key={state} className="inline-flex items-baseline gap-1.5">
          <Badge tone={state === 'submitted' ? 'blue' : state === 'returned' ? 'yellow' : 'neutral'}>{texts.queueStates[state]}</Badge>
          <span>{formatNumber(locale, toDo.queue?.[state] ?? 0)}</span>
        </span>
      ))}
      <TextLink href={`/checklists/changed?month=${addMonths(toDo.month, -1)}`}>{messages(locale).checklists.changed.title}</TextLink>
    </Item>
  );
}

function administration({ viewer, locale }: Props): ReactNode[] {
  const { administration: texts } = messages(locale).home.toDo;
  if (!viewer.roles.some((role) => role.startsWith('admin-'))) return [];
  return [
    ...(may(viewer, 'accounts.manage') ? [<Item key="people" href="/admin/people" title={texts.people} />] : []),
    ...(may(viewer, 'audit.view') ? [<Item key="audit" href="/admin/audit" title={texts.audit} />] : []),
    ...(may(viewer, 'settings.manage') ? [<Item key="lines" href="/admin/lines" title={texts.lines} />] : []),
  ];
}
