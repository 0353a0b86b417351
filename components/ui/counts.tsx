import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { TextLink } from './link-button';

export type CountsProps = {
  part: number | null;
  whole: number | null;
  locale: Locale;
  /** The rows behind each of the two. */
  hrefs?: { part: string; whole: string };
};

/** The two counts behind a rate: 76 / 163, 76 of 163. */
export function Counts({ part, whole, locale, hrefs }: CountsProps) {
  const texts = { part: formatNumber(locale, part), whole: formatNumber(locale, whole) };
  const { of, rowsOf } = messages(locale).common;
  if (!hrefs) return of(texts.part, texts.whole);
  const link = (which: 'part' | 'whole') => (
    <TextLink href={hrefs[which]} label={rowsOf(texts[which])}>
      {texts[which]}
    </TextLink>
  );
  const [before, between, after] = of('|', '|').split('|');
  return (
    <>
      {before}
      {link('part')}
      {between}
      {link('whole')}
      {after}
    </>
  );
}
