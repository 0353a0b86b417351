import type { EntryKind, FilerKind, Verdict } from '@/domain/checklist';
import { checklistEntries, checklists, checklistSteps, checklistTemplates, templateEntries } from '../schema/checklists';
import { EVIDENCE, EXPLANATIONS, LINE_QUESTIONS, PLANS, QUESTIONS, REPORTS, TEAM_QUESTIONS, TEXTS, TOWNSHIP_QUESTIONS, VILLAGE_QUESTIONS, type Asked } from './cast/templates';
import { LINES } from './cast/lines';
import { Dice } from './dice';
import type { Filing } from './filings';
import type { Readings } from './readings';
import { FILING } from './shape';
import type { Writer } from './write';

type Entry = typeof checklistEntries.$inferInsert;
interface Question { no: number; kind: EntryKind; label: string; labelEn: string; indicator: Asked | null }
interface Template { id: number; kind: FilerKind; line: string | null; questions: Question[] }

const dice = new Dice('checklists');

function makeTemplates(): Template[] {
  const template = (id: number, kind: FilerKind, line: string | null, asked: readonly Asked[]): Template => ({
    id, kind, line,
    questions: [
      ...asked.map((id) => ({ kind: 'number' as const, label: QUESTIONS[id][0], labelEn: QUESTIONS[id][1], indicator: id })),
      ...TEXTS.slice(0, asked.length > 5 ? 1 : 2).map(([label, labelEn]) => ({ kind: 'text' as const, label, labelEn, indicator: null })),
      { kind: 'evidence' as const, label: EVIDENCE[0], labelEn: EVIDENCE[1], indicator: null },
    ].map((question, at) => ({ no: at + 1, ...question })),
  });
  return [
    ...LINES.map(({ code }, at) => template(at + 1, 'sub-command', code, LINE_QUESTIONS[code])),
    template(LINES.length + 1, 'township', null, TOWNSHIP_QUESTIONS),
    template(LINES.length + 2, 'first-secretary', null, VILLAGE_QUESTIONS),
    template(LINES.length + 3, 'team-leader', null, TEAM_QUESTIONS),
  ];
}

const TEMPLATES = makeTemplates();
const templateOf = (filing: Filing): Template => TEMPLATES.find(({ kind, line }) => kind === filing.kind && line === filing.line)!;

/** Templates, calendar, checklists and their steps. The entries need the measurements: `writeEntries`. */
export async function writeChecklists(out: Writer, filings: readonly Filing[]): Promise<void> {
  await out.rows(checklistTemplates, TEMPLATES.map(({ id, kind, line }) => ({ id, filerKind: kind, line, fromMonth: '2014-01' })));
  await out.rows(templateEntries, TEMPLATES.flatMap(({ id, questions }) => questions.map((question) => ({ templateId: id, ...question }))));
  await out.rows(checklists, filings.map((filing) => {
    const { appointment, steps, state } = filing;
    const submits = steps.filter(({ verb }) => verb === 'submit');
    const verified = steps.findLast(({ verb }) => verb === 'verify');
    return {
      id: filing.id, month: filing.month, templateId: templateOf(filing).id, filerKind: filing.kind, appointmentId: appointment.id, personId: appointment.personId,
      postId: appointment.postId, division: appointment.division, line: filing.line, state, allZero: filing.allZero, version: 1 + steps.length,
      submittedAt: submits.at(-1)?.at ?? null, firstSubmittedAt: submits[0]?.at ?? null, verifiedAt: verified?.at ?? null, verifiedBy: verified?.personId ?? null,
    };
  }));
  const steps = filings.flatMap(({ id, appointment, allZero, steps }) => steps.map((step) => ({ checklistId: id, division: appointment.division, ...step, allZero: step.verb === 'submit' ? allZero : null })));
  await out.rows(checklistSteps, steps.map((step, at) => ({ id: at + 1, ...step })));
}

function answer(filing: Filing, question: Question, read: Readings): Entry {
  const { id, appointment: { division }, state, month, steps } = filing;
  const entry: Entry = { checklistId: id, no: question.no, division, claim: null, text: null, explanation: null, nothing: false, recorded: null, verdict: null, note: null };
  // What a squad challenged keeps its verdicts until it is filed again.
  const verified = state === 'verified' || steps.at(-1)?.verb === 'reopen';
  const judge = (verdict: Verdict, note: string | null = null) => verified && Object.assign(entry, { verdict, note });
  if (filing.allZero) return allZero(entry, question.indicator ? read(question.indicator, division, month) : null, judge);
  if (!question.indicator) {
    entry.nothing = question.kind === 'evidence' || dice.chance(question.no % 2 ? 0.25 : 0.08, 1, id, question.no);
    if (!entry.nothing) entry.text = dice.pick(question.label === TEXTS[0][0] ? REPORTS : PLANS, 2, id, question.no);
    judge('supported');
    return entry;
  }
  const recorded = read(question.indicator, division, month);
  entry.claim = recorded;
  if (state !== 'draft') entry.recorded = recorded;
  judge('supported');
  if (dice.chance(FILING.deviating, 3, id, question.no)) {
    entry.claim = recorded + Math.max(1, Math.round(recorded * 0.04 * dice.share(4, id, question.no)));
    entry.explanation = dice.pick(EXPLANATIONS, 5, id, question.no);
    if (dice.chance(0.75, 6, id, question.no)) judge('partly', '有说明，差异在合理范围');
    else judge('unsupported', '记录不足以支持，已电话核实');
  }
  return entry;
}

/** "Nothing" to everything; where the records say otherwise the office found the contradiction. */
function allZero(entry: Entry, recorded: number | null, judge: (verdict: Verdict, note?: string | null) => unknown): Entry {
  Object.assign(entry, { nothing: true, recorded, explanation: recorded ? EXPLANATIONS[0] : null });
  if (recorded) judge('contradicted', '台账有记录，清单报“本月无”');
  else judge('supported');
  return entry;
}

/** Whoever is not among the all-zero ones has at least a sentence to say. */
function spoken(filing: Filing, entries: Entry[]): Entry[] {
  const text = entries.find((entry, at) => templateOf(filing).questions[at]!.kind === 'text' && entry.nothing);
  if (text && !filing.allZero && entries.every(({ nothing, claim }) => nothing || claim === 0)) Object.assign(text, { nothing: false, text: REPORTS[0] });
  return entries;
}

/** The answers of the last months, each beside what the records said when it was given, and what each checklist took to fill in. */
export async function writeEntries(out: Writer, filings: readonly Filing[], read: Readings): Promise<void> {
  await out.rows(checklistEntries, filings.filter(({ state, month }) => state !== 'open' && month >= FILING.entriesFrom)
    .flatMap((filing) => spoken(filing, templateOf(filing).questions.slice(0, filing.state === 'draft' ? 2 : undefined).map((question) => answer(filing, question, read)))));
  await out.sql(`
    update checklists c set shown = e.shown, prefilled = e.prefilled, typed = e.said - e.prefilled
    from (
      select checklist_id, count(*) as shown, count(*) filter (where not nothing) as said, count(*) filter (where not nothing and claim = recorded) as prefilled
      from checklist_entries group by checklist_id
    ) as e where e.checklist_id = c.id and c.first_submitted_at is not null`);
}
