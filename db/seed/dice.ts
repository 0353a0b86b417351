import { addDays, daysBetween } from './calendar';

function stir(x: number): number {
  x = Math.imul((x >>> 16) ^ x, 0x45d9f3b);
  x = Math.imul((x >>> 16) ^ x, 0x45d9f3b);
  return ((x >>> 16) ^ x) >>> 0;
}

const SEED = 20180301;

/**
 * Chance that can be asked in any order: the same name and keys always give the same throw, on every engine and machine.
 * Adding a throw somewhere changes no other, unlike one running generator.
 */
export class Dice {
  private readonly salt: number;

  constructor(name: string) {
    let salt = SEED;
    for (const letter of name) salt = stir(salt ^ letter.codePointAt(0)!);
    this.salt = salt;
  }

  private throw(keys: number[]): number {
    let state = this.salt;
    for (const key of keys) state = stir((state ^ stir((key + 0x9e3779b9) | 0)) >>> 0);
    return state;
  }

  /** From 0 up to, not including, 1. */
  share(...keys: number[]): number {
    return this.throw(keys) / 2 ** 32;
  }

  /** A whole number from `first` to `last`, both included. */
  between(first: number, last: number, ...keys: number[]): number {
    return first + Math.floor(this.share(...keys) * (last - first + 1));
  }

  /** True `share` of the time. */
  chance(share: number, ...keys: number[]): boolean {
    return this.share(...keys) < share;
  }

  pick<T>(list: readonly T[], ...keys: number[]): T {
    return list[Math.floor(this.share(...keys) * list.length)]!;
  }

  /** One of the keys of a table of weights. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>, ...keys: number[]): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.share(...keys) * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
    return entries.at(-1)![0];
  }

  /** A day from `first` to `last`, both included, as `YYYY-MM-DD`. */
  day(first: string, last: string, ...keys: number[]): string {
    return addDays(first, this.between(0, Math.max(0, daysBetween(first, last)), ...keys));
  }
}
