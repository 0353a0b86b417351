import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { type LightColour, LightMark } from './light-mark';

/** A traffic light with the usual word for its colour; `label` replaces it. */
export function Light({ colour, locale, label = messages(locale).common.light[colour] }: { colour: LightColour; locale: Locale; label?: string }) {
  return <LightMark colour={colour} label={label} />;
}
