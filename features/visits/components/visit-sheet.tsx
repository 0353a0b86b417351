import { Definitions } from '@/components/ui/definitions';
import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Timeline } from '@/components/ui/timeline';
import { formatDate, formatDateTime, type Locale } from '@/domain/format';
import { CORRECTION_DAYS, isCorrectable, SEEN, VISIT_PHOTOS } from '@/domain/visit';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { mayCorrect } from '../policy';
import type { VisitFile } from '../queries/find-visit';
import { CorrectionForm } from './correction-form';
import { PhotoField } from './photo-field';

/** One visit: what was found, its photos, what it said before it was corrected, and for its visitor the way to correct it. */
export function VisitSheet({ viewer, locale, visit }: { viewer: Viewer; locale: Locale; visit: VisitFile }) {
  const { common, visits: t } = messages(locale);
  const open = mayCorrect(viewer, visit) && isCorrectable(visit.recordedOn, visit.today);
  return (
    <>
      <Definitions
        items={[
          { term: t.file.household, value: <TextLink href={`/households/${visit.householdId}`}>{visit.headName}</TextLink> },
          { term: t.file.village, value: visit.village },
          { term: t.columns.day, value: formatDate(locale, visit.visitedOn) },
          { term: t.file.visitor, value: visit.visitor },
          { term: t.columns.seen, value: t.seen[visit.seen] },
          { term: t.columns.outcome, value: t.outcomes[visit.outcome] },
          { term: t.columns.note, value: visit.note ?? common.none },
          { term: t.file.recordedAt, value: visit.recordedAt ? formatDateTime(locale, visit.recordedAt) : t.file.loaded },
        ]}
      />
      <Section title={t.file.photos} id="photos">
        {visit.photos.length === 0 && <p className="mb-3 text-muted">{t.file.noPhotos}</p>}
        <ul className="mb-3 flex flex-wrap gap-3">
          {visit.photos.map((id, at) => (
            <li key={id}>
              <a href={`/api/visits/photos/${id}`}>
                {/* eslint-disable-next-line @next/next/no-img-element -- personal pictures never pass an image cache */}
                <img src={`/api/visits/photos/${id}`} alt={t.file.photo(at + 1)} loading="lazy" className="h-40 w-40 border border-line object-cover" />
              </a>
            </li>
          ))}
        </ul>
        {open && visit.photos.length < VISIT_PHOTOS && (
          <PhotoField visit={visit.id} texts={{ add: t.file.addPhoto, uploading: t.file.uploading, failed: t.file.failed, hint: t.form.photosHint(VISIT_PHOTOS) }} />
        )}
      </Section>
      {visit.corrections.length > 0 && (
        <Section title={t.file.corrections} id="corrections">
          <Timeline
            locale={locale}
            events={visit.corrections.map(({ at, who, reason, visitedOn, seen, note }) => ({ key: at, at, who, what: reason, note: t.file.was(formatDate(locale, visitedOn), t.seen[seen], note ?? '') }))}
          />
        </Section>
      )}
      {open && (
        <Section title={t.file.correct} id="correct">
          <p className="mb-3 text-muted">{t.file.correctHint(CORRECTION_DAYS)}</p>
          <CorrectionForm visit={visit} latest={visit.recordedOn ?? visit.today} seen={SEEN.map((value) => ({ value, label: t.seen[value] }))} texts={{ day: t.form.day, seen: t.form.seen, note: t.form.note, reason: t.file.reason, submit: t.file.submit, working: t.file.working, done: t.file.done }} />
        </Section>
      )}
    </>
  );
}
