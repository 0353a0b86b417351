import type { ReactNode } from 'react';

const TONES = {
  info: { box: 'border-line-strong bg-wash', mark: '●', role: 'status' },
  done: { box: 'border-green bg-green-wash', mark: '✓', role: 'status' },
  warning: { box: 'border-yellow bg-yellow-wash', mark: '▲', role: 'status' },
  error: { box: 'border-red bg-red-wash', mark: '■', role: 'alert' },
} as const;

export type NoticeProps = { tone?: keyof typeof TONES; title: string; children?: ReactNode };

/** Something the reader must know. An error says what happened, that nothing was lost, and what to do. */
export function Notice({ tone = 'info', title, children }: NoticeProps) {
  const { box, mark, role } = TONES[tone];
  return (
    <div role={role} className={`mb-4 border-s-4 px-4 py-2.5 ${box}`}>
      <p className="font-medium">
        <span aria-hidden="true" className="me-2">
          {mark}
        </span>
        {title}
      </p>
      {children && <div className="mt-0.5 ps-6">{children}</div>}
    </div>
  );
}

export type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode; /** 'h1' where it is all the page says. */ heading?: 'h1' | 'p' };

/** Nothing here yet: what that means and what to do next. */
export function EmptyState({ title, children, action, heading: Heading = 'p' }: EmptyStateProps) {
  return (
    <div className="border-y border-line py-10 text-center">
      <Heading className="text-lg font-medium">{title}</Heading>
      {children && <div className="mx-auto mt-1 max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
