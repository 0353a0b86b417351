import { Notice } from '@/components/shell/notice';
import { TextLink } from '@/components/ui/link-button';
import { may } from '@/domain/access';
import { isEndable } from '@/domain/appointment';
import { formatMonth, formatNumber, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { AppointmentFile } from '../queries/find-appointment';

/** What else hangs on an appointment, and where to settle it: households to hand over, checklists nobody has filed. */
export function Consequences({ viewer, locale, file }: { viewer: Viewer; locale: Locale; file: AppointmentFile }) {
  const { appointments: t } = messages(locale);
  const over = !isEndable(file, file.today);
  return (
    <div className="mt-4">
      {file.households > 0 && (
        <Notice tone={over ? 'warning' : 'info'} title={over ? t.households.left(formatNumber(locale, file.households)) : t.households.serving(formatNumber(locale, file.households))}>
          {may(viewer, 'assignments.reassign') && <TextLink href={`/assignments/reassign?cadre=${file.personId}`}>{t.households.reassign}</TextLink>}
        </Notice>
      )}
      {file.unfiled.length > 0 && (
        <Notice title={over ? t.unfiled.left : t.unfiled.serving}>
          {file.unfiled.map(({ id, month }) => (
            <TextLink key={id} href={`/checklists/${id}`} className="me-4 underline">{formatMonth(locale, month as Month)}</TextLink>
          ))}
        </Notice>
      )}
    </div>
  );
}
