import type { Metadata } from 'next';
import { PlainPage } from '@/components/shell/plain-page';
import { FieldApp } from '@/features/visits/components/field-app';
import { fieldTexts, formTexts } from '@/features/visits/components/visit-texts';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).visits.device.title };
}

/** What the worker keeps for places without signal. It is nobody's page: names come from the device, unsealed there. */
export default async function Page() {
  const locale = await currentLocale();
  return (
    <PlainPage locale={locale}>
      <h1 className="mb-3 text-xl font-bold">{messages(locale).visits.device.title}</h1>
      <FieldApp texts={fieldTexts(locale)} form={formTexts(locale)} />
    </PlainPage>
  );
}
