import { Choices } from '@/components/ui/choices';
import type { Option } from '@/components/ui/select';
import { Textarea, TextInput } from '@/components/ui/text-input';

export interface VisitFieldTexts {
  day: string;
  dayHint: string;
  seen: string;
  note: string;
  noteHint: string;
  demand: string;
  demandText: string;
  outcome: string;
  promise: string;
  due: string;
  optional: string;
}

export interface VisitChoices {
  seen: Option[];
  /** The first is no demand. */
  demands: Option[];
  outcomes: Option[];
}

type Props = {
  texts: VisitFieldTexts;
  choices: VisitChoices;
  first: string;
  today: string;
  typed?: Readonly<Record<string, string>>;
  errors?: Readonly<Record<string, string>>;
};

/** The fields of a visit. What follows from a demand shows once one is chosen, without script. */
export function VisitFields({ texts, choices, first, today, typed = {}, errors = {} }: Props) {
  return (
    <>
      <Choices key={`seen-${typed.seen}`} name="seen" label={texts.seen} options={choices.seen} defaultValue={typed.seen} error={errors.seen} required />
      <div className="group space-y-4">
        <Choices key={`demand-${typed.demand}`} name="demand" label={texts.demand} options={choices.demands} defaultValue={typed.demand ?? ''} error={errors.demand} />
        <div className="space-y-4 border-s-4 border-line ps-3 group-has-[input[name=demand][value='']:checked]:hidden">
          <TextInput name="demandText" label={texts.demandText} note={texts.optional} defaultValue={typed.demandText} error={errors.demandText} maxLength={200} />
          <Choices key={`outcome-${typed.outcome}`} name="outcome" label={texts.outcome} options={choices.outcomes} defaultValue={typed.outcome ?? 'noted'} error={errors.outcome} />
          <div className="hidden space-y-4 group-has-[input[name=outcome][value=promised]:checked]:block">
            <TextInput name="promise" label={texts.promise} defaultValue={typed.promise} error={errors.promise} maxLength={200} />
            <TextInput name="dueOn" type="date" label={texts.due} defaultValue={typed.dueOn} error={errors.dueOn} />
          </div>
        </div>
      </div>
      <Textarea name="note" label={texts.note} note={texts.optional} hint={texts.noteHint} rows={2} defaultValue={typed.note} error={errors.note} maxLength={500} />
      <TextInput name="visitedOn" type="date" min={first} max={today} label={texts.day} hint={texts.dayHint} defaultValue={typed.visitedOn ?? today} error={errors.visitedOn} required />
    </>
  );
}
