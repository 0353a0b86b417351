'use client';

import { useState, type ReactNode, type SyntheticEvent } from 'react';

/** Reads out the township under the pointer or the focus, in a corner of the map. */
export function MapReadout({ children, fill }: { children: ReactNode; fill: boolean }) {
  const [shown, setShown] = useState<{ name: string; text: string } | null>(null);
  const read = (event: SyntheticEvent) => {
    const { name, text } = (event.target as Element).closest('a')?.dataset ?? {};
    setShown(name ? { name, text: text ?? '' } : null);
  };
  return (
    <div className={`relative ${fill ? 'min-h-64 grow md:min-h-0' : ''}`} onPointerOver={read} onPointerLeave={() => setShown(null)} onFocus={read} onBlur={() => setShown(null)}>
      {fill ? <div className="size-full md:absolute md:inset-0">{children}</div> : children}
      {shown && (
        <p aria-hidden="true" className="pointer-events-none absolute top-0 left-0 border border-line-strong bg-panel px-2 py-1">
          <strong className="font-semibold">{shown.name}</strong> {shown.text}
        </p>
      )}
    </div>
  );
}
