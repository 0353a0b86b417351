import { describe, expect, it } from 'vitest';
import { type Answer, burden, draftOf, EMPTY_ANSWER, filedOf, modeOf, modesOf, problemsOfAnswer, type Question } from './checklist-answer';

const visits: Question = { no: 1, kind: 'number', indicator: 'support.visits', occurs: true };
const standing: Question = { no: 2, kind: 'number', indicator: 'industry.courtyard_gardens', occurs: false };
const text: Question = { no: 3, kind: 'text', indicator: null, occurs: false };
const files: Question = { no: 4, kind: 'evidence', indicator: null, occurs: false };
const answer = (given: Partial<Answer>): Answer => ({ ...EMPTY_ANSWER, ...given });
const problems = (question: Question, given: Partial<Answer>, recorded: number | null = null, count = 0) =>
  problemsOfAnswer(question, answer(given), { recorded, files: count }).map(({ field, problem }) => `${field} ${problem}`);

describe('an answer', () => {
  it('is never empty', () => {
    for (const question of [visits, standing, text, files]) expect(problems(question, {}, 3)).toEqual(['mode required']);
    expect(problems(text, { mode: 'given' })).toEqual(['text required']);
    expect(problems(text, { mode: 'given', text: '太短' })).toEqual(['text short']);
    expect(problems(files, { mode: 'given' })).toEqual(['files no-file']);
    expect(problems(visits, { mode: 'other', seen: 3 }, 3)).toEqual(['claim required']);
  });

  it('may be nothing this month, but not of what only stands', () => {
    expect(problems(visits, { mode: 'nothing', seen: 0 }, 0)).toEqual([]);
    expect(problems(text, { mode: 'nothing' })).toEqual([]);
    expect(problems(files, { mode: 'nothing' })).toEqual([]);
    expect(modesOf(standing)).not.toContain('nothing');
    expect(problems(standing, { mode: 'nothing', seen: 3 }, 3)).toEqual(['mode required']);
  });

  it('knows zero from nothing and from empty', () => {
    expect(problems(visits, { mode: 'other', claim: 0, seen: 0 }, 0)).toEqual([]);
    expect(filedOf(visits, answer({ mode: 'other', claim: 0, seen: 0 }), 0)).toMatchObject({ claim: 0, nothing: false, recorded: 0 });
    expect(filedOf(visits, answer({ mode: 'nothing', seen: 0 }), 0)).toMatchObject({ claim: null, nothing: true, recorded: 0 });
  });

  it('explains itself where it differs from the records', () => {
    expect(problems(visits, { mode: 'other', claim: 5, seen: 3 }, 3)).toEqual(['explanation explain']);
    expect(problems(visits, { mode: 'other', claim: 5, seen: 3, explanation: '漏' }, 3)).toEqual(['explanation explain']);
    expect(problems(visits, { mode: 'other', claim: 5, seen: 3, explanation: '两次走访补录中' }, 3)).toEqual([]);
    expect(problems(visits, { mode: 'nothing', seen: 3 }, 3)).toEqual(['explanation explain']);
  });

  it('is asked again when the records changed under it', () => {
    expect(problems(visits, { mode: 'recorded', seen: 3 }, 4)).toEqual(['mode record-changed']);
    expect(problems(visits, { mode: 'recorded', seen: 4 }, 4)).toEqual([]);
  });

  it('stays as recorded in a draft while the records move on, and after a return', () => {
    const draft = draftOf(visits, answer({ mode: 'recorded', seen: 3 }));
    expect(draft.claim).toBeNull();
    expect(modeOf(visits, draft)).toBe('recorded');
    expect(modeOf(visits, filedOf(visits, answer({ mode: 'recorded', seen: 3 }), 3))).toBe('recorded');
    expect(modeOf(visits, filedOf(visits, answer({ mode: 'other', claim: 5, seen: 3 }), 3))).toBe('other');
    expect(modeOf(visits, null)).toBe('recorded');
    expect(modeOf(text, null)).toBeNull();
  });

  it('counts what the filer did not have to type', () => {
    const kept = [filedOf(visits, answer({ mode: 'recorded' }), 3), filedOf(standing, answer({ mode: 'other', claim: 2 }), 1), filedOf(text, answer({ mode: 'nothing' }), null)];
    expect(burden(kept)).toEqual({ shown: 3, prefilled: 1, typed: 1 });
  });
});
