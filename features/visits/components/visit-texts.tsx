import type { Locale } from '@/domain/format';
import { DEMAND_KINDS, DEVICE_LIST_DAYS, OUTCOMES, SEEN, VISIT_DAYS_LATE, VISIT_PHOTOS, VISIT_PROBLEMS } from '@/domain/visit';
import { messages } from '@/messages/locale';
import type { FieldTexts } from './field-app';
import type { DeviceTexts } from './field-device';
import type { VisitChoices } from './visit-fields';
import type { VisitFormTexts } from './visit-form';

/** What the form says, as strings: no catalogue travels to the browser. */
export function formTexts(locale: Locale): { choices: VisitChoices; texts: VisitFormTexts } {
  const { visits: t, errors } = messages(locale);
  const { day, seen, note, noteHint, demand, demandText, outcome, promise, due, optional, submit, working, again, photos, addPhoto, removePhoto, restored, full } = t.form;
  return {
    choices: {
      seen: SEEN.map((value) => ({ value, label: t.seen[value] })),
      demands: [{ value: '', label: t.form.noDemand }, ...DEMAND_KINDS.map((value) => ({ value, label: t.demands.kinds[value] }))],
      outcomes: OUTCOMES.map((value) => ({ value, label: t.outcomes[value] })),
    },
    texts: {
      day, dayHint: t.form.dayHint(VISIT_DAYS_LATE), seen, note, noteHint, demand, demandText, outcome, promise, due, optional, submit, working, again,
      photos, photosHint: t.form.photosHint(VISIT_PHOTOS), addPhoto, removePhoto, photo: t.form.picture, photoFull: t.form.photoFull, tooMany: t.form.tooMany(VISIT_PHOTOS), restored, full,
      invalid: errors.codes.invalid, problems: Object.fromEntries(VISIT_PROBLEMS.map((problem) => [problem, errors.fields[problem]?.(VISIT_DAYS_LATE) ?? ''])),
    },
  };
}

/** What this device says of itself and of what waits on it. */
export function deviceTexts(locale: Locale): DeviceTexts {
  const { device: t, open, form } = messages(locale).visits;
  const { day, seen, note, demand, demandText, outcome, promise, due, photos } = form;
  return {
    title: t.outbox, states: t.states, waits: t.waits, photos: t.photos, signIn: t.signIn, retry: t.retry, again: t.again, remove: t.remove, removeSure: t.removeSure, photosRefused: t.photosRefused, removePhotosSure: t.removePhotosSure, open, edit: t.edit, editSure: t.editSure, wrong: t.wrong('{field}', '{sentence}'),
    fields: { visitedOn: day, seen, note, demand, demandText, outcome, promise, dueOn: due, file: photos },
    ready: t.ready, notReady: t.notReady, others: t.others('{count}'), unable: t.unable,
  };
}

/** What the page without signal says. */
export function fieldTexts(locale: Locale): FieldTexts {
  const { device: t, work, form } = messages(locale).visits;
  return {
    ...deviceTexts(locale),
    none: t.none, noneHint: t.noneHint, expired: t.expired(DEVICE_LIST_DAYS), choose: form.choose, back: t.back, kept: t.kept, never: work.never, lastVisit: work.lastVisit('{}'), group: t.group('{}'),
    known: form.known, promised: form.promised('{}', '{}'), online: t.online, offline: t.offline, goOnline: t.goOnline,
  };
}
