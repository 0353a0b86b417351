'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { canKeep } from './device';
import { refreshList } from './household-list';
import { adopt } from './outbox';
import { type OutboxTexts, OutboxView } from './outbox-view';
import { installWorker } from './shell-worker';

export interface DeviceTexts extends OutboxTexts {
  ready: string;
  others: string;
  unable: string;
}

/** Makes this device ready for the field, for the account that is signed in: its list, its worker, and what waits to be sent. */
export function FieldDevice({ account, texts }: { account: number; texts: DeviceTexts }) {
  const router = useRouter();
  const [state, setState] = useState<{ able: boolean; others: number } | null>(null);
  useEffect(() => {
    if (!canKeep()) {
      queueMicrotask(() => setState({ able: false, others: 0 }));
      return;
    }
    void adopt(account).then(async (others) => {
      await refreshList(account);
      await installWorker();
      setState({ able: true, others });
    });
  }, [account]);
  if (state === null) return null;
  if (!state.able) return <p className="mb-4 text-sm text-muted">{texts.unable}</p>;
  return (
    <>
      <OutboxView account={account} texts={texts} edit={(household) => router.push(`/visits/new?household=${household}`)} />
      <p role="status" className="mb-4 text-sm text-muted">
        {texts.ready}
      </p>
      {state.others > 0 && <p className="mb-4 text-sm">{texts.others.replace('{count}', String(state.others))}</p>}
    </>
  );
}
