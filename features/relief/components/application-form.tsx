'use client';

import { useActionState } from 'react';
import { Section } from '@/components/ui/section';
import { type Option, Select } from '@/components/ui/select';
import type { Locale } from '@/domain/format';
import type { PreviewGround } from '@/domain/relief-preview';
import { apply, complete } from '../actions';
import { AccountFields, type AccountTexts } from './account-fields';
import { PeopleFields, type PeopleTexts } from './people-fields';
import { ReceiptSlip, type ReceiptTexts } from './receipt-slip';
import { type Fields, WorksheetForm, type WorksheetTexts } from './worksheet-form';

export interface ApplicationTexts extends WorksheetTexts, AccountTexts, PeopleTexts {
  title: string;
  people: string;
  village: string;
  receipt: ReceiptTexts;
}

export type ApplicationProps = {
  locale: Locale;
  /** What the household sent in itself, to be completed; null for a new application. */
  received: { id: number; version: number } | null;
  household: number | null;
  /** Where an unregistered household lives, if the clerk serves in more than one village. */
  villages: Option[];
  holders: string[] | null;
  hasCard: boolean;
  first: Fields;
  ground: PreviewGround;
  causes: Option[];
  years: Option[];
  relations: Option[];
  texts: ApplicationTexts;
};

/** An application, handed in by the village for the household. Afterwards the receipt stands in its place. */
export function ApplicationForm({ received, household, villages, holders, hasCard, relations, texts, ...rest }: ApplicationProps) {
  const [result, submit] = useActionState(received ? complete : apply, null);
  if (result?.ok && result.value.receipt) return <ReceiptSlip no={result.value.no} receipt={result.value.receipt} texts={texts.receipt} />;
  return (
    <WorksheetForm
      {...rest}
      result={result}
      submit={submit}
      label={texts.title}
      texts={texts}
      before={(typed, errors) => (
        <>
          {received && <input type="hidden" name="id" value={received.id} />}
          {received && <input type="hidden" name="version" value={received.version} />}
          <input type="hidden" name="household" value={household ?? ''} />
          {household === null && (
            <Section title={texts.people}>
              {villages.length > 1 && <div className="mb-4 max-w-2xl"><Select key={typed.division} name="division" label={texts.village} options={villages} defaultValue={typed.division} /></div>}
              <PeopleFields typed={typed} errors={errors} relations={relations} texts={texts} />
            </Section>
          )}
        </>
      )}
      after={(typed, errors) => <AccountFields typed={typed} errors={errors} holders={holders} hasCard={hasCard} texts={texts} />}
    />
  );
}
