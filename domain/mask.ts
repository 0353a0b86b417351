const MASK = '*';

/**
 * A name for the public: the middle replaced, one star for each character; of two characters the second. What it
 * gives never holds the whole name.
 */
export function maskedName(name: string): string {
  const letters = [...name];
  if (letters.length <= 1) return MASK;
  if (letters.length === 2) return `${letters[0]}${MASK}`;
  return `${letters[0]}${MASK.repeat(letters.length - 2)}${letters.at(-1)}`;
}
