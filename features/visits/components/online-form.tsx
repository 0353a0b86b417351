'use client';

import { useRouter } from 'next/navigation';
import type { ComponentProps } from 'react';
import { VisitForm } from './visit-form';

/** The form on its own page: afterwards back to one's households, which say what was sent and what waits. */
export function OnlineForm(props: Omit<ComponentProps<typeof VisitForm>, 'done'>) {
  const router = useRouter();
  return <VisitForm {...props} done={(visit) => router.push(visit === null ? '/visits' : `/visits?recorded=${visit}`)} />;
}
