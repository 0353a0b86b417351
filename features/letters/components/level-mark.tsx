import { Badge } from '@/components/ui/badge';
import { Light } from '@/components/ui/light';
import { formatNumber, listMark, type Locale } from '@/domain/format';
import type { IndicatorId } from '@/domain/indicators';
import type { Level } from '@/domain/letter-tree';
import { messages } from '@/messages/locale';
import { amount } from './amount';

const NAMED = 3;

/** What is wrong with a decomposition, each as a few words; empty where it adds up. `nameOf`: the names of units. */
export function troublesOf(locale: Locale, id: IndicatorId, level: Level, nameOf: (unit: string) => string): string[] {
  const { trouble: t } = messages(locale).letters;
  const list = (units: readonly string[]) => {
    const shown = units.slice(0, NAMED).map(nameOf).join(listMark(locale));
    return units.length > NAMED ? `${shown} ${t.more(formatNumber(locale, units.length))}` : shown;
  };
  return [
    ...(level.gap > 0 && level.rule === 'sum' ? [t.short(amount(locale, id, level.gap))] : []),
    ...(level.gap < 0 ? [t.over(amount(locale, id, -level.gap))] : []),
    ...(level.gap > 0 && level.rule === 'strict' ? [t.loose(formatNumber(locale, level.loose.length))] : []),
    ...(level.missing.length > 0 ? [t.missing(list(level.missing))] : []),
    ...(level.doubled.length > 0 ? [t.doubled(list(level.doubled))] : []),
  ];
}

/** Whether a target is carried whole by one level below it: a word, or what is wrong. */
export function LevelMark({ locale, id, level, nameOf }: { locale: Locale; id: IndicatorId; level: Level | undefined; nameOf: (unit: string) => string }) {
  const { tree } = messages(locale).letters;
  if (!level) return <span className="text-muted">{tree.notSpread}</span>;
  if (level.addsUp) return <Light colour="green" locale={locale} label={tree.even} />;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {troublesOf(locale, id, level, nameOf).map((trouble) => (
        <Badge key={trouble} tone={level.gap < 0 && level.missing.length + level.doubled.length === 0 ? 'yellow' : 'red'}>{trouble}</Badge>
      ))}
    </span>
  );
}
