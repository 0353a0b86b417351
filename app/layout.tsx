import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { LeaveGuard } from '@/features/visits/components/leave-guard';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const { shell } = messages(await currentLocale());
  return { title: { default: shell.product, template: `%s · ${shell.product}` }, description: shell.tagline };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale();
  const { device } = messages(locale).visits;
  return (
    <html lang={locale}>
      <body>
        {children}
        <LeaveGuard unsent={device.unsent('{visits}', '{drafts}')} unreachable={device.unreachable} />
      </body>
    </html>
  );
}
