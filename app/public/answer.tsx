import type { ReactNode } from 'react';
import { Frame, type Section } from '@/features/public/components/frame';
import { NotRead } from '@/features/public/components/message';
import { type Office, readOffice } from '@/features/public/queries/office';
import type { FormState } from '@/features/public/components/fields';
import type { Locale } from '@/domain/format';
import { PUBLIC_LIMITS, type PublicDeed } from '@/domain/public-limits';
import { messages, type Messages } from '@/messages/locale';
import { document } from '@/server/document';
import { currentLocale } from '@/server/locale';
import { told } from '@/server/told';
import { publicViewer } from '@/server/viewer';

export interface Shown {
  readonly title: string;
  readonly body: ReactNode;
  readonly status?: number;
  /** Seconds for which the answer may be kept; none when absent. */
  readonly keep?: number;
}

interface Context {
  readonly locale: Locale;
  readonly office: Office;
  readonly texts: Messages['publicSide'];
}

/** One public page in the reader's language. `back` is where the language switch leads. */
export async function answer(section: Section, back: string, show: (context: Context) => Shown | Promise<Shown>): Promise<Response> {
  const locale = await currentLocale();
  const office = await readOffice(publicViewer());
  const { title, body, status, keep } = await show({ locale, office, texts: messages(locale).publicSide });
  return document(<Frame locale={locale} office={office} title={title} section={section} back={back}>{body}</Frame>, { status, keep });
}

/** A form that was not read: from elsewhere, or too large. */
export const notRead = (section: Section, back: string, why: 'foreign' | 'large'): Promise<Response> =>
  answer(section, back, ({ locale, texts }) => ({ title: texts.refused.title, body: <NotRead locale={locale} why={why} />, status: why === 'foreign' ? 403 : 413 }));

const STATUS = { invalid: 422, forbidden: 403, 'not-found': 404, conflict: 409, 'signed-out': 401, failed: 500 } as const;

/** A refusal in words, with what was typed; and the status it goes with. */
export async function refused(failure: unknown, name: string, typed: Record<string, string>): Promise<{ state: FormState; status: number; code: keyof typeof STATUS }> {
  const { message, fields, code } = await told(failure, name);
  return { state: { message, fields, typed }, status: STATUS[code], code };
}

/** Done too often this hour: said above the form, with all that was typed. */
export const tooOften = async (kind: PublicDeed, typed: Record<string, string>): Promise<{ state: FormState; status: number }> =>
  ({ state: { message: messages(await currentLocale()).publicSide.tooOften(PUBLIC_LIMITS[kind]), fields: {}, typed }, status: 429 });
