import { appoints } from '@/domain/access';
import type { Duty } from '@/domain/command';
import type { Viewer } from '@/domain/viewer';

/** Whether the viewer appoints to a duty at a place and ends it there: never for the own person. Without a person: for anybody at all. */
export const mayAppoint = (viewer: Viewer, seat: { duty: Duty; division: string }, personId: number | null = null): boolean =>
  appoints(viewer, seat.duty, seat.division) && personId !== viewer.personId;
