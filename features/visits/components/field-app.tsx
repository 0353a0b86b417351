'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/classes';
import { TextLink } from '@/components/ui/link-button';
import { daysAfter } from '@/domain/day';
import { VISIT_DAYS_LATE } from '@/domain/visit';
import type { DeviceHousehold } from '../queries/device-list';
import { anythingKept } from './device';
import { keptList, type KeptHouseholds } from './household-list';
import { type OutboxTexts, OutboxView } from './outbox-view';
import { type VisitChoices } from './visit-fields';
import { VisitForm, type VisitFormTexts } from './visit-form';

export interface FieldTexts extends OutboxTexts {
  none: string;
  noneHint: string;
  expired: string;
  choose: string;
  back: string;
  kept: string;
  never: string;
  lastVisit: string;
  group: string;
  known: string;
  promised: string;
  online: string;
  offline: string;
  goOnline: string;
}

type Props = { texts: FieldTexts; form: { texts: VisitFormTexts; choices: VisitChoices } };

/** The county's day, counted on from when the list was fetched. */
const dayOf = (ahead: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + ahead);

const focus = (heading: HTMLElement | null): void => heading?.focus();

/** Recording visits where there is no signal: the households this device keeps, the form, and what waits. */
export function FieldApp({ texts, form }: Props) {
  const router = useRouter();
  const [list, setList] = useState<KeptHouseholds | null | undefined>(undefined);
  const [chosen, setChosen] = useState<{ household: DeviceHousehold; key: string } | null>(null);
  const [kept, setKept] = useState(false);
  const [online, setOnline] = useState(false);
  const look = useCallback(() => void anythingKept().then((any) => (any ? keptList() : null)).then(setList, () => setList(null)), []);
  useEffect(() => {
    const signal = () => setOnline(navigator.onLine);
    look();
    queueMicrotask(signal);
    window.addEventListener('online', signal);
    window.addEventListener('offline', signal);
    return () => {
      window.removeEventListener('online', signal);
      window.removeEventListener('offline', signal);
    };
  }, [look]);

  if (list === undefined) return null;
  if (list === null) return <Notice title={texts.none}>{texts.noneHint}</Notice>;
  const today = dayOf(list.ahead);
  const choose = (household: DeviceHousehold) => {
    setKept(false);
    setChosen({ household, key: crypto.randomUUID() });
  };
  const edit = (id: number) => {
    const household = list.households?.find((each) => each.id === id);
    if (household) choose(household);
    else router.push(`/visits/new?household=${id}`);
  };
  if (chosen) {
    const { household, key } = chosen;
    return (
      <>
        <button type="button" className={buttonClass('secondary', true)} onClick={() => setChosen(null)}>
          {texts.back}
        </button>
        <h2 ref={focus} tabIndex={-1} className="my-2 text-lg font-semibold outline-none">{household.name}</h2>
        <p className="mb-3 text-muted">{aboutOf(household, texts)}</p>
        <Known demands={household.demands} texts={texts} choices={form.choices} />
        <VisitForm
          account={list.owner}
          household={household}
          visitKey={key}
          first={daysAfter(today, -VISIT_DAYS_LATE)}
          today={today}
          {...form}
          done={() => {
            setChosen(null);
            setKept(true);
          }}
        />
      </>
    );
  }
  return (
    <>
      <p role="status" className="mb-3">
        {online ? texts.online : texts.offline}{' '}
        {online && (
          <TextLink href="/visits">{texts.goOnline}</TextLink>
        )}
      </p>
      {kept && <Notice tone="done" title={texts.kept} />}
      <OutboxView account={list.owner} texts={texts} edit={edit} />
      {list.households ? <Households households={list.households} texts={texts} choose={choose} /> : <Notice tone="warning" title={texts.expired} />}
    </>
  );
}

function Households({ households, texts, choose }: { households: DeviceHousehold[]; texts: FieldTexts; choose: (household: DeviceHousehold) => void }) {
  return (
    <>
      <h2 className="mb-1 text-lg font-semibold">{texts.choose}</h2>
      <ul>
        {households.map((household) => (
          <li key={household.id} className="border-b border-line">
            <button type="button" className="flex min-h-13 w-full flex-wrap items-center gap-x-3 py-1.5 text-start" onClick={() => choose(household)}>
              <span className="font-medium underline decoration-line-strong underline-offset-4">{household.name}</span>
              <span className="text-muted">{aboutOf(household, texts)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const filled = (text: string, value: string | number): string => text.replace('{}', String(value));

const aboutOf = ({ place, groupNo, lastVisit }: DeviceHousehold, texts: FieldTexts): string =>
  `${place} ${filled(texts.group, groupNo)} · ${lastVisit ? filled(texts.lastVisit, lastVisit) : texts.never}`;

function Known({ demands, texts, choices }: { demands: DeviceHousehold['demands']; texts: FieldTexts; choices: VisitChoices }) {
  if (demands.length === 0) return null;
  return (
    <div className="mb-4 border-s-4 border-yellow bg-yellow-wash px-3 py-2">
      <h3 className="font-medium">{texts.known}</h3>
      <ul>
        {demands.map(({ kind, text, raisedOn, promise, dueOn }) => (
          <li key={`${raisedOn} ${kind} ${text}`}>
            {[choices.demands.find(({ value }) => value === kind)?.label, text, raisedOn, promise && dueOn && filled(filled(texts.promised, promise), dueOn)].filter(Boolean).join(' ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
