import { describe, expect, it } from 'vitest';
import { formInput, typedIn, valueInput } from './form';

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

  it('survives a name that lies below a file', () => {
    const data = form(['people.0.name.x', '1']);
    const read = new FormData();
    read.set('people.0', new File(['x'], 'x.png'));
    for (const [name, value] of data) read.append(name, value);
    expect(formInput(read)).toEqual({ people: { 0: { name: { x: '1' } } } });
  });

  it('gives back what was typed, but no password', () => {
    expect(typedIn(form(['username', 'office'], ['password', 'x'], ['newPassword', 'y']))).toEqual({ username: 'office' });
  });
});

describe('a value that a script sent', () => {
  it('stays as it is, but for what nobody may look into', () => {
    const keptBack = new Proxy(() => {}, { get: () => { throw new Error('cannot be looked into'); } });
    expect(valueInput(keptBack)).toBeUndefined();
    const round: Record<string, unknown> = { id: 7, reason: keptBack, people: [{ name: keptBack }, '王'], file: new Uint8Array(3) };
    round.self = round;
    const read = valueInput(round) as typeof round;
    expect([read.id, read.reason, read.people, read.file]).toEqual([7, undefined, [{ name: undefined }, '王'], new Uint8Array(3)]);
  });
});
