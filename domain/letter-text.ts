import type { IndicatorId } from './indicators';
import type { LetterKind } from './letter';
import type { Month } from './month';

/** A clause as both sides sign it. */
export interface Pledge {
  readonly no: number;
  readonly indicator: IndicatorId;
  readonly target: number;
  readonly dueMonth: Month;
  readonly text: string;
  /** What it is a part of: 't12' a county target, '34.2' clause 2 of letter 34, '' nothing. */
  readonly parent: string;
}

export interface Wording {
  readonly id: number;
  readonly version: number;
  readonly year: number;
  readonly kind: LetterKind;
  readonly from: string;
  readonly to: string;
  /** The ground that is measured. */
  readonly division: string;
  readonly clauses: readonly Pledge[];
}

/**
 * The text that is hashed and signed: everything that binds, and nothing that a screen or a language could change. One line a
 * fact, lines end in LF, clauses in the order of their numbers; blanks inside a clause are single, so that it has one form.
 */
export function wordingOf(letter: Wording): string {
  const { id, version, year, kind, from, to, division, clauses } = letter;
  return [
    `${year}年脱贫攻坚目标责任书`,
    `编号 ${id} 版次 ${version} 类别 ${kind}`,
    `甲方 ${single(from)}`,
    `乙方 ${single(to)}`,
    `考核地域 ${division}`,
    ...clauses.toSorted((a, b) => a.no - b.no).map((clause) =>
      `第${clause.no}条 ${single(clause.text)} 指标 ${clause.indicator} 目标 ${clause.target} 期限 ${clause.dueMonth} 上级 ${clause.parent || '无'}`),
    '',
  ].join('\n');
}

const single = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The name of a parent as `Pledge.parent` writes it. */
export function parentKey(parent: { targetId: number | null; parentLetterId: number | null; parentNo: number | null }): string {
  if (parent.targetId !== null) return `t${parent.targetId}`;
  return parent.parentLetterId !== null && parent.parentNo !== null ? `${parent.parentLetterId}.${parent.parentNo}` : '';
}
