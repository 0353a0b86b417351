import { Section } from '@/components/ui/section';
import { Timeline } from '@/components/ui/timeline';
import { isWritable } from '@/domain/checklist';
import { formatDeadline, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { mayGrant } from '../policy';
import type { ChecklistView } from '../queries/find-checklist';
import { ExceptionForm } from './exception-form';

/** A checklist's exceptions, and the form for who may grant one. */
export function Exceptions({ viewer, checklist, locale }: { viewer: Viewer; checklist: ChecklistView; locale: Locale }) {
  const { exception } = messages(locale).checklists;
  const { until, reason, reasonHint, grant, granting, granted } = exception;
  const { exceptions, now } = checklist;
  const grants = isWritable(checklist.state) && mayGrant(viewer, checklist);
  if (exceptions.length === 0 && !grants) return null;
  return (
    <Section title={exception.title} id="exceptions">
      <Timeline
        locale={locale}
        events={exceptions.map((each) => ({
          key: String(each.id),
          at: new Date(each.grantedAt),
          who: each.granter,
          what: exception.toUntil[each.cause](formatDeadline(locale, new Date(each.expiresAt)), now.getTime() < each.expiresAt),
          note: each.reason,
        }))}
      />
      {grants && (
        <>
          <p className="mb-3 text-muted">{exception.hint}</p>
          <ExceptionForm id={checklist.id} texts={{ until, reason, reasonHint, grant, granting, granted }} />
        </>
      )}
    </Section>
  );
}
