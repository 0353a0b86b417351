/** A row's number from an address: digits only, from 1 to `most` (a PostgreSQL integer unless told). Anything else is null, like a row that does not exist. */
export function rowId(text: unknown, most = 2_147_483_647): number | null {
  if (typeof text !== 'string' || !/^[1-9]\d{0,9}$/.test(text)) return null;
  const number = Number(text);
  return number <= most ? number : null;
}
