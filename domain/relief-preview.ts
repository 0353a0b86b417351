import type { PovertyLine } from './income';
import { RELIEF_CAUSES, type ReliefCause } from './relief';
import { type ReliefAmount, reliefAmount, WORKSHEET_KINDS, type Worksheet } from './relief-amount';
import { type Judged, judge } from './relief-eligibility';

/** What a form knows before anything is typed. */
export interface PreviewGround {
  /** The county's day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly years: readonly { readonly year: number; readonly line: PovertyLine | null }[];
  readonly registered: { readonly exitedOn: string | null } | null;
  /** People of the household; null where they are typed in this form. */
  readonly people: number | null;
  /** Pieces of evidence that are there already. */
  readonly evidence: number;
  /** Other applications of the household that are under way or were paid. */
  readonly others: readonly { readonly no: string; readonly cause: ReliefCause; readonly year: number }[];
}

export interface Preview {
  readonly judged: readonly Judged[];
  readonly working: ReliefAmount | null;
}

type Typed = Readonly<Record<string, string>>;

/** Yuan as they stand in a field → fen; null while it is no amount. */
export function fenTyped(text: string | undefined): number | null {
  const plain = (text ?? '').normalize('NFKC').replace(/[,\s]/g, '');
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}

/** What the rules would say of a form as it is filled in so far, by the same rules as when it is handed in. `files`: chosen beside it. */
export function previewOf(typed: Typed, files: number, ground: PreviewGround): Preview {
  const year = Number(typed.year);
  const line = ground.years.find((each) => each.year === year)?.line ?? null;
  const people = ground.people ?? Object.entries(typed).filter(([name, text]) => /^people\.\d+\.name$/.test(name) && text.trim() !== '').length;
  const amounts = WORKSHEET_KINDS.map((kind) => [kind, fenTyped(typed[`worksheet.${kind}`])] as const);
  const filled = people > 0 && amounts.every(([, fen]) => fen !== null);
  const working = filled && line ? reliefAmount({ year, ...(Object.fromEntries(amounts) as Worksheet) }, people, line) : null;
  const cause = RELIEF_CAUSES.find((each) => each === typed.cause) ?? RELIEF_CAUSES[0];
  const other = ground.others.find((each) => each.cause === typed.cause && each.year === year)?.no ?? null;
  return { working, judged: judge({ registered: ground.registered, cause, evidence: ground.evidence + files, appliedOn: ground.today, working, other }) };
}
