import { describe, expect, it } from 'vitest';
import { formInput, typedIn } from './form';

const form = (...entries: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

describe('a form', () => {
  it('nests dotted names and lists repeated ones', () => {
    const read = JSON.parse(JSON.stringify(formInput(form(['id', '7'], ['entries.1.claim', '3'], ['entries.2.claim', ''], ['ids', '1'], ['ids', '2'], ['$ACTION_ID_x', 'y']))));
    expect(read).toEqual({ id: '7', entries: { 1: { claim: '3' }, 2: { claim: '' } }, ids: ['1', '2'] });
  });

  it('cannot reach a prototype and survives contradictory names', () => {
    formInput(form(['a.__proto__.polluted', '1'], ['__proto__.polluted', '1'], ['constructor.prototype.polluted', '1'], ['a', '1'], ['a.b', '2']));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('gives back what was typed, but no password', () => {
    expect(typedIn(form(['username', 'office'], ['password', 'x'], ['newPassword', 'y']))).toEqual({ username: 'office' });
  });
});
