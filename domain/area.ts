/**
 * A part of the county: the codes in [from, to), and of those only what lies in the listed divisions (`'*'` = all of them).
 * The list holds townships for a zone (which cuts across the tree) or the villages of somebody who serves in several.
 * Codes compare as plain text ("C" collation), as in the database's row fence.
 */
export interface Area {
  readonly from: string;
  readonly to: string;
  readonly townships: '*' | readonly string[];
}

const CODE = /^\d{6}(\d{3}(\d{3})?)?$/;

/** Whether the text has the form of an official division code: county 6, township 9, village 12 digits. */
export const isCode = (text: string): boolean => CODE.test(text);

/** The first text after every code that begins with `code`. ':' is the character after '9'. */
export const codeAfter = (code: string): string => code.slice(0, -1) + String.fromCharCode(code.charCodeAt(code.length - 1) + 1);

/** A division and everything below it. Throws on what is not a code: an empty code would be the whole country. */
export function areaOf(code: string): Area {
  if (!isCode(code)) throw new Error('not a division code');
  return { from: code, to: codeAfter(code), townships: '*' };
}

/** The listed divisions (a zone's townships) and everything below them; null when there are none. */
export function zoneArea(codes: readonly string[]): Area | null {
  const kept = outermost(codes);
  const first = kept[0];
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return null;
  return kept.length === 1 ? areaOf(first) : { from: first, to: codeAfter(last), townships: kept };
}

/** What both areas have; null when that is nothing. */
export function clip(area: Area, asked: Area): Area | null {
  const from = area.from > asked.from ? area.from : asked.from;
  const to = area.to < asked.to ? area.to : asked.to;
  if (from >= to) return null;
  const lists = [area.townships, asked.townships].filter((list) => list !== '*');
  if (lists.length === 0) return { from, to, townships: '*' };
  const [one = [], other] = lists;
  const both = other === undefined ? one : one.flatMap((a) => other.flatMap((b) => (a.startsWith(b) ? [a] : b.startsWith(a) ? [b] : [])));
  const kept = both.filter((code) => code < to && codeAfter(code) > from);
  const covers = kept.some((code) => code <= from && codeAfter(code) >= to);
  if (covers) return { from, to, townships: '*' };
  return kept.length === 0 ? null : { from, to, townships: kept };
}

/** Whether a division lies in the area (its own row, not only something below it). */
export function contains(area: Area, code: string): boolean {
  if (code < area.from || code >= area.to) return false;
  return area.townships === '*' || area.townships.some((listed) => code.startsWith(listed));
}

/** Whether everything of `inner` lies in `outer`. */
export function covers(outer: Area, inner: Area): boolean {
  if (inner.townships !== '*') return inner.townships.every((code) => contains(outer, code));
  if (outer.townships === '*') return outer.from <= inner.from && inner.to <= outer.to;
  return outer.townships.some((code) => code <= inner.from && inner.to <= codeAfter(code));
}

/** The areas together, exactly: never wider than their union. Each must be a division or a list of divisions. */
export function union(areas: readonly Area[]): Area | null {
  return zoneArea(areas.flatMap((area) => (area.townships === '*' ? [area.from] : [...area.townships])));
}

/** The codes without those that lie below another of them, sorted. */
function outermost(codes: readonly string[]): string[] {
  const kept: string[] = [];
  for (const code of [...codes].sort()) if (isCode(code) && !kept.some((above) => code.startsWith(above))) kept.push(code);
  return kept;
}
