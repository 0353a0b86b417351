const FORMULA = /^[=+\-@\t\r]/;

/** One field of a CSV file: quoted where it must be, and never a formula for the program that opens it. */
export function csvField(value: string | number | null, delimiter = ','): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /["\r\n]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line, with the line end that RFC 4180 and Excel want. */
export const csvLine = (fields: readonly (string | number | null)[], delimiter = ','): string => `${fields.map((field) => csvField(field, delimiter)).join(delimiter)}\r\n`;

/** Tells Excel and WPS that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
