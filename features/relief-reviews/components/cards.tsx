import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { ABSENT, formatDateTime, formatNumber, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { mayChangeCard, mayConfirmCard, mayUnmask } from '../policy';
import type { CaseCard, CaseView } from '../queries/find-case';
import { CardForm } from './card-form';
import { unmaskTexts } from './case-texts';
import { ConfirmForm } from './confirm-form';
import { Unmask } from './unmask';

/** The accounts a case can be paid to: the first and its changes, with who confirmed them and from when they can be used. */
export function Cards({ viewer, its, locale }: { viewer: Viewer; its: CaseView; locale: Locale }) {
  const { common, reliefReviews: { cards: t, card, facts } } = messages(locale);
  // Nothing is paid to another than the latest.
  const latest = its.cards.at(-1);
  const confirms = (each: CaseCard) => each === latest && each.isChange && each.usableAt === null && each.enteredBy !== viewer.personId && mayConfirmCard(viewer, its);
  const standing = (each: CaseCard) => {
    const { usableAt } = each;
    if (each !== latest) return <Badge>{t.replaced}</Badge>;
    if (usableAt === null) return <Badge tone="yellow">{t.waiting}</Badge>;
    return <Badge tone={its.now >= usableAt ? 'green' : 'blue'}>{its.now >= usableAt ? t.usable : t.from(formatDateTime(locale, new Date(usableAt)))}</Badge>;
  };
  return (
    <Section title={t.title} id="cards">
      <Table
        caption={t.title}
        captionHidden
        locale={locale}
        rows={[...its.cards]}
        rowKey={({ id }) => String(id)}
        empty={t.none}
        columns={[
          { key: 'holder', label: t.holder, heading: true, cell: ({ holder }) => holder },
          { key: 'bank', label: t.bank, cell: ({ bank }) => bank },
          { key: 'card', label: t.card, cell: ({ id, cardTail }) => <>{facts.tail(cardTail)} {mayUnmask(viewer, its, 'card') && <Unmask id={its.id} what="card" row={id} texts={unmaskTexts(locale)} />}</> },
          { key: 'entered', label: t.entered, cell: ({ who, isChange, reason }) => <>{who ?? (its.origin === 'household' ? t.self : ABSENT)} <span className="text-sm text-muted">{isChange ? reason : t.first}</span></> },
          { key: 'confirmed', label: t.confirmed, cell: ({ confirmedBy }) => confirmedBy ?? ABSENT },
          { key: 'usable', label: t.usable, cell: standing },
        ]}
      />
      {its.cards.filter(confirms).map(({ id, cardTail, holder }) => (
        <ConfirmForm key={id} id={its.id} card={id} label={`${holder} ${facts.tail(cardTail)}`} texts={{ confirm: card.confirm, confirming: card.confirming }} />
      ))}
      {mayChangeCard(viewer, its) && (
        <details className="mt-3">
          <summary className="min-h-11 cursor-pointer py-2 lg:min-h-8">{card.change}</summary>
          <CardForm id={its.id} holders={its.people.map(({ id, name }) => ({ value: String(id), label: name }))} required={common.field.required} texts={{ ...card, changeHint: card.changeHint(formatNumber(locale, its.rules?.cardHours)) }} />
        </details>
      )}
    </Section>
  );
}
