'use client';

import { Badge } from '@/components/ui/badge';
import { type Locale, formatMoney, formatNumber } from '@/domain/format';
import type { ReliefAmount, WorksheetKind } from '@/domain/relief-amount';
import { isEligible, RELIEF_RULE_NAMES, type ReliefRuleName } from '@/domain/relief-eligibility';
import type { Preview } from '@/domain/relief-preview';

export interface EligibilityTexts {
  check: string;
  checkHint: string;
  eligible: string;
  ineligible: string;
  unfilled: string;
  met: string;
  unmet: string;
  rule: string;
  answer: string;
  rules: Record<ReliefRuleName, { name: string; why: Record<string, string> }>;
  kinds: Record<WorksheetKind, string>;
  working: Record<'net' | 'people' | 'perHead' | 'line' | 'amount' | 'wait' | 'item' | 'value', string>;
  /** By scope: which line it is. */
  scopes: Record<string, string>;
  colon: string;
}

const CELL = 'px-2 py-1.5 align-top text-start';

/** Rule by rule whether a household may be helped, and how the amount is reckoned, line by line. */
export function Eligibility({ locale, preview: { judged, working }, texts }: { locale: Locale; preview: Preview; texts: EligibilityTexts }) {
  const good = isEligible(judged);
  const verdict = good ? texts.eligible : working ? texts.ineligible : texts.unfilled;
  return (
    <div className="space-y-3">
      <p className="text-sm text-muted">{texts.checkHint}</p>
      <p role="status" className={`border-s-4 px-3 py-2 font-medium ${good ? 'border-green bg-green-wash' : 'border-yellow bg-yellow-wash'}`}>
        <span aria-hidden="true">{good ? '✓ ' : '▲ '}</span>
        {verdict}
      </p>
      <div className="grid items-start gap-x-8 gap-y-4 xl:grid-cols-2">
        <table className="w-full border-collapse">
          <caption className="sr-only">{texts.check}</caption>
          <thead>
            <tr className="border-b border-line-strong text-sm text-muted">
              <th scope="col" className={CELL}>{texts.rule}</th>
              <th scope="col" className={CELL}>{texts.answer}</th>
            </tr>
          </thead>
          <tbody>
            {RELIEF_RULE_NAMES.map((name) => {
              const one = judged.find(({ rule }) => rule === name);
              return one && (
                <tr key={name} className="border-b border-line">
                  <th scope="row" className={`${CELL} font-medium`}>{texts.rules[name].name}</th>
                  <td className={CELL}>
                    <Badge tone={one.met ? 'green' : 'red'}>{one.met ? texts.met : texts.unmet}</Badge> {texts.rules[name].why[one.why]}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {working ? <Working locale={locale} working={working} texts={texts} /> : <p className="text-muted">{texts.working.wait}</p>}
      </div>
    </div>
  );
}

/** The working of an amount, line by line. */
function Working({ locale, working: { income, net, people, perHead, line, amount }, texts }: { locale: Locale; working: ReliefAmount; texts: EligibilityTexts }) {
  const money = (fen: number | null) => formatMoney(locale, fen);
  const { working: t } = texts;
  const rows: [string, string][] = [
    ...(['wage', 'business', 'property', 'transfer'] as const).map((kind): [string, string] => [`+ ${texts.kinds[kind]}`, money(income[kind])]),
    [`− ${texts.kinds.cost}`, money(income.cost)], [`= ${t.net}`, money(net)], [t.people, formatNumber(locale, people)], [t.perHead, money(perHead)],
    [t.line, money(line.fen)], [t.amount, money(amount)],
  ];
  return (
    <div>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t.amount}</caption>
        <thead>
          <tr className="border-b border-line-strong text-sm text-muted">
            <th scope="col" className={CELL}>{t.item}</th>
            <th scope="col" className="px-2 py-1.5 text-end">{t.value}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value], at) => (
            <tr key={name} className={`border-b border-line ${at === rows.length - 1 ? 'font-semibold' : ''}`}>
              <th scope="row" className={`${CELL} font-normal`}>
                {at === rows.length - 1 ? <strong>{name}</strong> : name}
              </th>
              <td className="px-2 py-1.5 text-end align-top whitespace-nowrap" data-kind={at === rows.length - 1 ? 'amount' : undefined}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-sm text-muted">{`${texts.scopes[line.scope] ?? line.scope}${texts.colon}`}<span lang="zh-CN">{line.source}</span></p>
    </div>
  );
}
