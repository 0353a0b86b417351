import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Definitions } from '@/components/ui/definitions';
import { TextLink } from '@/components/ui/link-button';
import { ABSENT, formatDateTime, formatDeadline, formatMoney, formatNumber, type Locale } from '@/domain/format';
import type { ReliefState } from '@/domain/relief';
import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { CaseView } from '../queries/find-case';
import { CasePhone } from './case-phone';

const TONES: Partial<Record<ReliefState, BadgeTone>> = { paid: 'green', approved: 'blue', batched: 'blue', failed: 'red', returned: 'yellow', refused: 'neutral', withdrawn: 'neutral' };
const DAY = 86_400_000;

/** What a case is about and where it stands. */
export function CaseFacts({ viewer, its, locale }: { viewer: Viewer; its: CaseView; locale: Locale }) {
  const { relief, reliefReviews: { facts: t } } = messages(locale);
  const late = its.dueAt !== null && its.now >= its.dueAt;
  const household = may(viewer, 'households.view') && its.householdId !== null ? <TextLink href={`/households/${its.householdId}`}>{its.headName}</TextLink> : its.headName;
  return (
    <Definitions
      columns={3}
      items={[
        { term: t.state, value: <Badge tone={TONES[its.state]}>{relief.states[its.state]}</Badge> },
        { term: t.household, value: <>{household} <span className="text-muted">{its.householdId === null ? t.agricultural : t.registered}</span></> },
        { term: t.place, value: `${its.township} ${its.village}` },
        { term: t.cause, value: <>{relief.causes[its.cause]} <span className="text-muted">{its.causeText}</span></> },
        { term: t.origin, value: t.origins[its.origin] },
        { term: t.applied, value: formatDateTime(locale, new Date(its.appliedAt)) },
        { term: t.due, value: its.dueAt === null ? ABSENT : <>{formatDeadline(locale, new Date(its.dueAt))} {late && <Badge tone="red">{t.overdue(formatNumber(locale, Math.floor((its.now - its.dueAt) / DAY) + 1))}</Badge>}</> },
        { term: t.amount, value: formatMoney(locale, its.amount) },
        { term: t.phone, value: its.phoneTail === null ? ABSENT : <CasePhone viewer={viewer} its={{ ...its, phoneTail: its.phoneTail }} locale={locale} /> },
        { term: t.rules, value: its.rules?.source ?? ABSENT },
        ...(its.batch === null ? [] : [{ term: t.batch, value: may(viewer, 'batches.view') ? <TextLink href={`/relief/batches/${its.batch.id}`}>{its.batch.no}</TextLink> : its.batch.no }]),
      ]}
    />
  );
}
