import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Definitions } from '@/components/ui/definitions';
import { TextLink } from '@/components/ui/link-button';
import { ABSENT, formatDate, formatNumber, listMark, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { HouseholdFacts as Facts } from '../queries/household-file';

type Props = { locale: Locale; household: Facts; people: number; /** A way to see the value in full, for those who may. */ unmask: (what: 'phone' | 'card') => ReactNode };

/** What a household is: where, since when, why, how to reach it. Phone and card by their last digits only. */
export function HouseholdFacts({ locale, household, people, unmask }: Props) {
  const { common, households: t } = messages(locale);
  const others = household.otherCauses.map((cause) => t.causes[cause]);
  return (
    <Definitions
      columns={3}
      items={[
        { term: t.fields.no, value: household.no },
        { term: t.facts.village, value: <TextLink href={`/divisions/${household.village}`}>{`${household.townshipName} ${household.villageName}`}</TextLink> },
        { term: t.facts.group, value: t.facts.groupNo(formatNumber(locale, household.groupNo)) },
        { term: t.facts.people, value: t.facts.peopleCount(formatNumber(locale, people)) },
        { term: t.facts.registered, value: formatDate(locale, household.registeredOn) },
        { term: t.facts.exited, value: household.exitedOn ? formatDate(locale, household.exitedOn) : <Badge tone="yellow">{t.facts.notExited}</Badge> },
        { term: t.facts.mainCause, value: t.causes[household.mainCause] },
        { term: t.facts.otherCauses, value: others.length > 0 ? others.join(listMark(locale)) : common.none },
        { term: t.facts.phone, value: household.phoneTail ? <Tail text={t.facts.phoneTail(household.phoneTail)}>{unmask('phone')}</Tail> : ABSENT },
        { term: t.facts.card, value: household.cardTail ? <Tail text={t.facts.cardTail(household.cardTail)}>{unmask('card')}</Tail> : ABSENT },
      ]}
    />
  );
}

function Tail({ text, children }: { text: string; children: ReactNode }) {
  return <span className="inline-flex flex-wrap items-center gap-2">{text}{children}</span>;
}
