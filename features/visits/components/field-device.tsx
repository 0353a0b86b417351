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
  notReady: string;
  others: string;
  unable: string;
}

/** Makes this device ready for the field, for the account that is signed in: its list, its worker, and what waits to be sent. */
export function FieldDevice({ account, texts }: { account: number; texts: DeviceTexts }) {
  const router = useRouter();
  const [able, setAble] = useState<boolean | null>(null);
  const [kept, setKept] = useState<{ ready: boolean; others: number } | null>(null);
  useEffect(() => {
    queueMicrotask(() => setAble(canKeep()));
    if (!canKeep()) return;
    const prepare = async () => {
      const others = await adopt(account);
      const [list, page] = await Promise.all([refreshList(account), installWorker()]);
      return { ready: list && page, others };
    };
    void prepare().catch(() => ({ ready: false, others: 0 })).then(setKept);
  }, [account]);
  if (able === null) return null;
  if (!able) return <p className="mb-4 text-sm text-muted">{texts.unable}</p>;
  return (
    <>
      <OutboxView account={account} texts={texts} edit={(household) => router.push(`/visits/new?household=${household}`)} />
      {kept && (
        <p role="status" className={kept.ready ? 'mb-4 text-sm text-muted' : 'mb-4 text-sm'}>
          {kept.ready ? texts.ready : texts.notReady}
        </p>
      )}
      {kept && kept.others > 0 && <p className="mb-4 text-sm">{texts.others.replace('{count}', String(kept.others))}</p>}
    </>
  );
}
