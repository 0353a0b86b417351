'use client';

import { type LightColour, LightMark } from '../ui/light-mark';
import { WallLink } from './wall-link';

/** A rate as text, with its two counts. */
export type RateText = { text: string; counts: string };

export type FilingRow = {
  name: string;
  href: string;
  /** Who answers for it. */
  person?: string;
  complete: RateText;
  onTime: RateText;
  /** Drawn in the alarm colour: the last of a list. */
  behind?: boolean;
};

/** Completeness and timeliness of several filers' sums, one line each; as many as the panel holds. */
export function FilingRates({ rows, heads }: { rows: FilingRow[]; heads: { name: string; complete: string; onTime: string } }) {
  const figure = ({ text, counts }: RateText, behind?: boolean) => (
    <td className={`ps-4 text-end whitespace-nowrap ${behind ? 'text-red' : ''}`}>
      {text} <span className="text-[0.85em] text-muted">{counts}</span>
    </td>
  );
  return (
    <table className="h-full min-h-0 w-full border-collapse text-[0.95rem]">
      <thead>
        <tr className="text-[0.85rem] text-muted">
          <th scope="col" className="h-6 text-start font-normal">
            {heads.name}
          </th>
          <th scope="col" className="ps-4 text-end font-normal">
            {heads.complete}
          </th>
          <th scope="col" className="ps-4 text-end font-normal">
            {heads.onTime}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, href, person, complete, onTime, behind }) => (
          <tr key={href} className="border-t border-line max-md:h-8">
            <th scope="row" className="w-full max-w-0 truncate text-start font-normal">
              <WallLink href={href} className="hover:underline">
                {name}
              </WallLink>
              {person && <span className="ms-2 text-muted">{person}</span>}
            </th>
            {figure(complete, behind)}
            {figure(onTime)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export type FilerLight = { key: number; name: string; person: string; href: string | null; colour: LightColour; said: string };

/** Many filers at a glance: a light each, its word for who cannot see it. */
export function FilerLights({ filers }: { filers: FilerLight[] }) {
  return (
    <ul className="grid min-h-0 grow auto-rows-fr grid-cols-3 gap-x-3 max-md:auto-rows-[1.75rem] max-md:grid-cols-2">
      {filers.map(({ key, name, person, href, colour, said }) => (
        <li key={key} title={`${person} ${said}`} className="flex min-w-0 items-center gap-1.5 text-[0.95rem]">
          <LightMark colour={colour} label={said} labelHidden />
          <span className="truncate">
            {href ? (
              <WallLink href={href} className="hover:underline">
                {name}
              </WallLink>
            ) : (
              name
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
