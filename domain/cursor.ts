/** After which row of a figure a page begins: amount (least-first lists only), division, order, key. */
export interface RowCursor {
  amount: number | null;
  division: string;
  ord: number;
  key: string;
}

const FORM = /^(-?\d{1,15}(?:\.\d{1,10})?)?~(\d{6}(?:\d{3}){0,2})~(\d{1,9})~([\w:.-]{1,60})$/;

/** As it stands in an address. */
export const cursorText = ({ amount, division, ord, key }: RowCursor): string => `${amount ?? ''}~${division}~${ord}~${key}`;

/** Reads a cursor from an address; null for anything malformed: the list then begins at its first page. */
export function parseCursor(text: unknown): RowCursor | null {
  const parts = typeof text === 'string' ? FORM.exec(text) : null;
  if (!parts) return null;
  const [, amount, division = '', ord = '0', key = ''] = parts;
  return { amount: amount === undefined ? null : Number(amount), division, ord: Number(ord), key };
}
