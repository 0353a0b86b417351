/** What a password needs. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

// What is left of common passwords without case, look-alikes and what is hung on at the ends.
const COMMON = new Set([
  'password', 'passwort', 'passw', 'qwerty', 'qwertyuiop', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm', 'qazwsx', 'qazwsxedc', 'admin', 'administrator',
  'root', 'welcome', 'letmein', 'iloveyou', 'woaini', 'changeme', 'default', 'test', 'abc', 'abcd', 'abcdef', 'aa', 'a', 'user', 'guest', 'login',
  'monkey', 'dragon', 'master', 'sunshine', 'princess', 'football', 'secret', 'system', 'huawei', 'china', 'zhongguo', 'sichuan', 'jiange', 'fupin', 'guatu', '',
]);
const LOOKALIKE: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', $: 's', '!': 'i' };

/** At least twelve characters of three classes, not a common one, not made of the sign-in name. */
export function isStrongPassword(password: string, username: string): boolean {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least || length > PASSWORD_LENGTH.most) return false;
  if (CLASSES.filter((one) => one.test(password)).length < 3) return false;
  if (new Set(password.toLowerCase()).size < 6) return false;
  const lower = password.toLowerCase();
  return !isCommon(lower) && !(username.length >= 4 && lower.includes(username.toLowerCase()));
}

/** Common words stay common with digits and signs around or between them, doubled, or spelt with look-alikes. */
function isCommon(lower: string): boolean {
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const spelt = [...core].map((letter) => LOOKALIKE[letter] ?? letter).join('');
  return [core, spelt].map((word) => word.replace(/[^\p{L}]/gu, '')).some((word) => COMMON.has(word) || COMMON.has(half(word)));
}

/** 'adminadmin' → 'admin'; anything else as it is. */
function half(word: string): string {
  const middle = word.length / 2;
  return word.slice(0, middle) === word.slice(middle) ? word.slice(0, middle) : word;
}
