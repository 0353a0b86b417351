import { PageHeader } from '@/components/shell/page-header';
import { Tabs } from '@/components/shell/tabs';
import { buttonClass } from '@/components/ui/classes';
import { Select } from '@/components/ui/select';
import { ABSENT, formatMonth, formatNumber, type Locale } from '@/domain/format';
import { digitsOf } from '@/domain/figure';
import { addsUpOver } from '@/domain/letter-proof';
import { WEIGHT_NAMES } from '@/domain/letter-split';
import { messages } from '@/messages/locale';
import type { SplitBasis } from '../queries/split-basis';
import { targetText } from './amount';
import { SplitForm } from './split-form';

/** Splitting a target: what it is, by what to give, and the parts. `path`: the page's own address without the query; `own`: what it must keep. */
export function SplitView({ locale, basis, path, own, hidden, back }: { locale: Locale; basis: SplitBasis; path: string; own: Record<string, string>; hidden: Record<string, number>; back: { href: string; label: string } }) {
  const { letters: m } = messages(locale);
  const t = m.splitting;
  const { parent, rows, kind, kinds, weight } = basis;
  const { indicator: id, target } = parent;
  const sums = addsUpOver(id);
  const number = (value: number | null) => (value === null ? ABSENT : formatNumber(locale, value, digitsOf(id)));
  const plain = (value: number | null) => (value === null ? '' : String(value));
  return (
    <>
      <PageHeader
        title={t.title(parent.text)}
        locale={locale}
        crumbs={[{ href: '/letters', label: m.title }, back]}
        summary={`${parent.name} · ${targetText(locale, id, target)} · ${formatMonth(locale, parent.dueMonth)} · ${sums ? t.sumRule : t.ratioRule}`}
      />
      <Tabs label={t.level} locale={locale} tabs={kinds.map((each) => ({ href: `${path}?${new URLSearchParams({ ...own, kind: each })}`, label: m.kinds[each], current: each === kind }))} />
      <form id="split-weight" action={path} method="get" aria-label={t.propose} className="mb-4 flex flex-wrap items-end gap-3">
        {Object.entries({ ...own, kind }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <div className="min-w-48"><Select key={weight} name="weight" label={t.weight} options={WEIGHT_NAMES.map((name) => ({ value: name, label: m.weights[name] }))} defaultValue={weight} /></div>
        <button type="submit" className={buttonClass('secondary')}>{t.propose}</button>
        <p className="text-sm text-muted">{t.proposeHint}</p>
      </form>
      <SplitForm
        locale={locale}
        key={`${parent.id} ${kind}`}
        hidden={{ ...hidden, kind }}
        target={target}
        sums={sums}
        digits={digitsOf(id)}
        weightForm="split-weight"
        lines={rows.map(({ unit, weight: need, free, now, proposed }) => ({
          post: unit.post, name: unit.name, weight: formatNumber(locale, need), now: number(now), value: plain(proposed), seen: unit.seen, free,
          state: unit.state ? m.states[unit.state] : t.noLetter, href: unit.letterId === null ? null : `/letters/${unit.letterId}`,
        }))}
        texts={{ ...t.form, columns: { ...t.form.columns, weight: m.weights[weight] } }}
      />
    </>
  );
}
