import 'server-only';
import { sql } from 'drizzle-orm';
import { type AppointmentRow, appointmentById } from '@/db/appointments';
import { readClock } from '@/db/clock';
import { fenced } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';
import { mayAppoint } from '../policy';

export interface AppointmentFile extends AppointmentRow {
  today: string;
  /** Households still assigned to a cadre, as far as the viewer may see them. */
  households: number;
  /** Checklists of the seat that are not filed yet. */
  unfiled: { id: number; month: string }[];
}

/** An appointment with what hangs on it. Null when it does not exist or is not the viewer's to change. */
export async function findAppointment(viewer: Viewer, id: number): Promise<AppointmentFile | null> {
  return fenced(viewer, async (tx) => {
    const term = await appointmentById(tx, id);
    if (!term || !mayAppoint(viewer, term)) return null;
    const { today } = await readClock(tx);
    const { rows } = await tx.execute<{ households: number; unfiled: AppointmentFile['unfiled'] }>(sql`
      select case when ${term.duty} = 'cadre' then (select count(*)::int from assignments where person_id = ${term.personId} and division = ${term.division} and ends_on is null) else 0 end as households,
        (select coalesce(json_agg(json_build_object('id', id, 'month', month) order by month), '[]') from checklists where appointment_id = ${id} and state in ('open', 'draft', 'returned')) as unfiled`);
    const [row] = rows;
    return { ...term, today, households: row?.households ?? 0, unfiled: row?.unfiled ?? [] };
  });
}
