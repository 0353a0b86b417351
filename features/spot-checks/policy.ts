import { may } from '@/domain/access';
import type { Serving, Viewer } from '@/domain/viewer';

/** The squad the viewer leads today. */
export const squadOf = ({ appointments }: Pick<Viewer, 'appointments'>): Serving | undefined => appointments.find(({ duty }) => duty === 'squad-leader');

export const mayDraw = (viewer: Viewer): boolean => may(viewer, 'spots.check') && squadOf(viewer) !== undefined;

interface Drawn {
  readonly personId: number;
  readonly squad: number;
}

/** A squad checks what was drawn for it, never its own member's checklist. */
export const mayCheck = (viewer: Viewer, { personId, squad }: Drawn): boolean => mayDraw(viewer) && squadOf(viewer)?.postId === squad && personId !== viewer.personId;
