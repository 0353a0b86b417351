const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** An ID number of nobody (district 529998, where no county lies), with its check digit; another for each `n` below 28,000. */
export function madeIdNumber(n: number): string {
  const body = `529998${1960 + (Math.floor(n / 1_000) % 28)}0501${String(n % 1_000).padStart(3, '0')}`;
  return `${body}${CHECKS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11]}`;
}

/** A card of 19 digits with its check digit; another for each `n`. */
export function madeCard(n: number): string {
  const body = `622848${String(n).padStart(12, '0')}`;
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
