'use client';

import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';

export interface AccountTexts {
  account: string;
  accountHint: string;
  holder: string;
  bank: string;
  bankHint: string;
  card: string;
  cardHint: string;
  phone: string;
  phoneHint: string;
}

type Fields = Readonly<Record<string, string>>;
/** `holders`: the people of a registered household; null where they are typed. `hasCard`: the registry has one. */
type Props = { typed: Fields; errors: Fields; holders: readonly string[] | null; hasCard: boolean; texts: AccountTexts };

/** The card that is paid to, and the telephone. */
export function AccountFields({ typed, errors, holders, hasCard, texts }: Props) {
  const holder = { name: 'account.holder', label: texts.holder, error: errors['account.holder'], defaultValue: typed['account.holder'] };
  return (
    <Section title={texts.account}>
      <div className="grid max-w-2xl gap-4">
        <p className="text-sm text-muted">{texts.accountHint}</p>
        {holders ? <Select key={holder.defaultValue} {...holder} options={holders.map((name) => ({ value: name, label: name }))} /> : <TextInput {...holder} autoComplete="off" maxLength={32} required />}
        <TextInput name="account.bank" label={texts.bank} hint={texts.bankHint} defaultValue={typed['account.bank']} error={errors['account.bank']} autoComplete="off" maxLength={60} required />
        <TextInput name="account.card" inputMode="numeric" label={texts.card} hint={texts.cardHint} defaultValue={typed['account.card']} error={errors['account.card']} autoComplete="off" maxLength={30} required={!hasCard} />
        <TextInput name="phone" type="tel" label={texts.phone} hint={texts.phoneHint} defaultValue={typed.phone} error={errors.phone} autoComplete="off" maxLength={32} />
      </div>
    </Section>
  );
}
