import { Section } from '@/components/ui/section';
import type { Locale } from '@/domain/format';
import { DONOR_KINDS } from '@/domain/fund';
import { messages } from '@/messages/locale';
import type { Campaign } from '../queries/list-campaigns';
import { FundForm, type FundField } from './fund-form';

type Props = { locale: Locale; today: string; campaigns: Campaign[]; newKey: () => string };

/** What the finance officer enters: donations, top-ups, interest, collections. Each form has a key of its own, so that it books once. */
export function FundForms({ locale, today, campaigns, newKey }: Props) {
  const { funds: { forms: t, kinds }, common } = messages(locale);
  const amount: FundField = { name: 'amount', label: t.amount, hint: t.amountHint, decimal: true, most: 20 };
  const day: FundField = { name: 'day', label: t.day, type: 'date', value: today };
  const texts = (title: string, submit = t.submit, done = t.done) => ({ title, submit, done, working: common.actions.working });
  const income: FundField[] = [amount, day, { name: 'note', label: t.note, hint: t.noteHint }];
  const donation: FundField[] = [
    { name: 'donor', label: t.donor, hint: t.donorHint, optional: true, most: 60 },
    { name: 'anonymous', label: t.anonymous, type: 'tick' },
    { name: 'kind', label: t.kind, options: DONOR_KINDS.map((value) => ({ value, label: kinds[value] })) },
    amount, day,
    { name: 'campaign', label: t.campaign, options: [{ value: '', label: t.noCampaign }, ...campaigns.map(({ code, name, nameEn }) => ({ value: code, label: locale === 'en' ? nameEn : name }))] },
  ];
  const campaign: FundField[] = [
    { name: 'name', label: t.name, most: 60 }, { name: 'nameEn', label: t.nameEn, most: 80 },
    { name: 'fromDay', label: t.fromDay, type: 'date', value: today }, { name: 'toDay', label: t.toDay, type: 'date', value: today },
  ];
  return (
    <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
      <div>
        <Section title={t.donation}><FundForm what="donate" hidden={{ key: newKey() }} fields={donation} texts={texts(t.donation)} /></Section>
      </div>
      <div>
        <Section title={t.topUp}><FundForm what="topUp" hidden={{ key: newKey() }} fields={income} texts={texts(t.topUp)} /></Section>
        <Section title={t.interest}><FundForm what="addInterest" hidden={{ key: newKey() }} fields={income} texts={texts(t.interest)} /></Section>
        <Section title={t.newCampaign}><FundForm what="collect" hidden={{}} fields={campaign} texts={texts(t.newCampaign, t.open, t.opened)} /></Section>
      </div>
    </div>
  );
}
