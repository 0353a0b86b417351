'use client';

import { ChangedLink } from '../ui/changed-link';
import { WallLink } from './wall-link';

export type BigNumber = {
  label: string;
  /** Already formatted: compact where the wall needs it. */
  text: string;
  unit?: string;
  /** Its rows' page, and the link in words. */
  href: string;
  opens: string;
  /** Its two counts or its target line. */
  note?: string;
  delta?: { against: string; text: string; tone: 'good' | 'bad' | 'plain' };
  /** What changed it after its month was closed. */
  changed?: { href: string; said: string };
};

const TONES = { good: 'text-green', bad: 'text-red', plain: '' };

/** The headline figures of a view, side by side, readable from the end of the table; each opens its rows. */
export function BigNumbers({ figures }: { figures: BigNumber[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-4 wall:grid-flow-col wall:auto-cols-fr wall:grid-cols-none">
      {figures.map(({ label, text, unit, href, opens, note, delta, changed }) => (
        <div key={label} className="min-w-0 border-s border-line ps-4 first:border-s-0 first:ps-0 max-md:border-s-0 max-md:ps-0 max-md:first:nth-last-[odd]:col-span-2">
          <dt className="text-muted">{label}</dt>
          <dd className="mt-1 wall:whitespace-nowrap">
            <WallLink href={href} label={opens} className="hover:underline">
              <span className="text-[2.6rem] leading-none font-semibold tracking-tight">{text}</span>
            </WallLink>
            {unit && <span className="ms-1.5 text-muted">{unit}</span>}
          </dd>
          <dd className="mt-1 flex flex-wrap gap-x-3 text-[0.9rem] text-muted">
            {note && <span className="break-keep">{note}</span>}
            {delta && (
              <span>
                {delta.against} <span className={TONES[delta.tone]}>{delta.text}</span>
              </span>
            )}
            {changed && <ChangedLink href={changed.href} label={label} said={changed.said} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
