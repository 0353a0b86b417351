import type { Role } from './access';
import type { Area } from './area';
import type { Duty, PostKind } from './command';

declare const proven: unique symbol;

/** What a viewer's appointments open, before it is proven: see domain/scope.ts. */
export interface Ground {
  /** The ground they may see; null for nobody's ground (administrators). */
  readonly area: Area | null;
  /** The households whose files they may open inside that ground. */
  readonly households: '*' | readonly number[];
  readonly audit: '' | 'accounts' | 'all';
  /** The lines of work they answer for. */
  readonly lines: '*' | readonly string[];
}

/** Made only by server/viewer.ts, so holding one is the proof that it was looked up for this request. */
export type Scope = Ground & { readonly [proven]: true };

/** An appointment that is in force today. */
export interface Serving {
  readonly id: number;
  readonly postId: number;
  readonly postKind: PostKind;
  readonly duty: Duty;
  readonly division: string;
  readonly zoneNo: number | null;
  readonly line: string | null;
}

/** Who asks. Rights are the union of today's appointments. */
export interface Viewer {
  readonly personId: number;
  readonly accountId: number;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly appointments: readonly Serving[];
  readonly scope: Scope;
  /** The division their screens open at; '' for an administrator. A zone's people open at `homeZone`. */
  readonly home: string;
  readonly homeZone: number | null;
  /** Signed in with a password that an administrator handed out: nothing is allowed until it is changed. */
  readonly passwordIssued: boolean;
}

/** Whether a zone lies whole in the viewer's ground, so that its page is theirs: the zone's own people, and whoever has the county. */
export const opensZone = ({ home, homeZone }: Pick<Viewer, 'home' | 'homeZone'>, zone: number | null): boolean => (homeZone === null ? home.length === 6 : homeZone === zone);

/** Somebody who did not sign in (server/viewer.ts, publicViewer). */
export const isPublic = ({ personId }: Pick<Viewer, 'personId'>): boolean => personId === 0;

/** The person a record names; null when the public made it. */
export const personOf = ({ personId }: Pick<Viewer, 'personId'>): number | null => personId || null;
