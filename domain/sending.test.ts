import { expect, test } from 'vitest';
import { sendingResult } from './sending';

test.each([
  [null, 'later'], [500, 'later'], [502, 'later'], [503, 'later'], [429, 'later'], [408, 'later'],
  [200, 'sent'], [201, 'sent'], [401, 'signed-out'], [400, 'refused'], [403, 'refused'], [404, 'refused'], [409, 'refused'], [302, 'refused'],
] as const)('an answer %s means %s', (status, result) => expect(sendingResult(status)).toBe(result));
