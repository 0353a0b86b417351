import 'server-only';
import type { Tx } from '@/db/fence';
import { audits } from '@/db/schema/accounts';
import type { Viewer } from '@/domain/viewer';
import { changes } from './redact';

export interface Deed {
  readonly command: string;
  /** The noun it happened to, and which one. */
  readonly kind: string;
  readonly id: number | string;
  /** Where: decides who besides the auditor may read it. */
  readonly division?: string | null;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
  readonly address?: string | null;
}

/**
 * One line of the audit trail, in the transaction of what it tells: who, when (the database's clock), from where, old → new.
 * Commands write theirs by themselves; call it for further subjects of one command, for exports and for sealed values shown.
 */
export async function audit(tx: Tx, viewer: Pick<Viewer, 'personId' | 'username'>, deed: Deed): Promise<void> {
  await tx.insert(audits).values({
    personId: viewer.personId,
    actor: viewer.username,
    command: deed.command,
    subjectKind: deed.kind,
    subjectId: String(deed.id),
    division: deed.division ?? null,
    address: deed.address ?? null,
    ...changes(deed.before ?? null, deed.after),
  });
}
