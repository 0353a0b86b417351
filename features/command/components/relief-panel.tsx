import { Panel } from '@/components/wall/panel';
import { Strip } from '@/components/wall/ranking';
import { WallLink } from '@/components/wall/wall-link';
import { may } from '@/domain/access';
import { filterQuery } from '@/domain/filter';
import { formatMoneyCompact, formatNumber } from '@/domain/format';
import { isOver, RELIEF_STATES } from '@/domain/relief';
import { messages } from '@/messages/locale';
import type { Scene } from './scene';

/** The relief fund against its floor, and the cases that are under way by what they wait for; nothing where no case is. */
export function ReliefPanel({ scene: { viewer, locale, filter, wall } }: { scene: Scene }) {
  const { command: { relief: t }, relief: { states: names } } = messages(locale);
  const { relief } = wall;
  if (!relief || !may(viewer, 'relief.view')) return null;
  const { standing, floor, states, overdue } = relief;
  const counts = RELIEF_STATES.filter((state) => !isOver(state)).flatMap((state) => states.filter((each) => each.state === state));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const low = floor !== null && standing.available < floor;
  return (
    <Panel title={t.title} href={may(viewer, 'fund.view') ? '/funds' : undefined} note={overdue > 0 ? t.overdue(formatNumber(locale, overdue)) : undefined}>
      <p className="mb-2">
        {t.available} <strong className={low ? 'text-red' : ''}>{formatMoneyCompact(locale, standing.available)}</strong>
        {floor !== null && <span className="text-muted"> · {(low ? t.below : t.above)(formatMoneyCompact(locale, floor))}</span>}
      </p>
      <ol className="grid min-h-0 grow auto-rows-fr max-md:auto-rows-[1.75rem]">
        {counts.map(({ state, count }) => (
          <li key={state} className="grid grid-cols-[minmax(0,11rem)_minmax(0,1fr)_3rem] items-center gap-3 text-[0.95rem]">
            <WallLink href={`/relief${filterQuery(filter, {}, { state })}`} className="truncate hover:underline">
              {names[state]}
            </WallLink>
            <Strip percent={(count / most) * 100} />
            <span className="text-end font-medium">{formatNumber(locale, count)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
