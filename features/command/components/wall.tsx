import type { ReactNode } from 'react';
import { WallFrame } from '@/components/wall/frame';
import { Live } from '@/components/wall/live';
import { WallControls } from '@/components/wall/wall-controls';
import { WallLink } from '@/components/wall/wall-link';
import { type Filter, filterQuery } from '@/domain/filter';
import type { Locale } from '@/domain/format';
import type { IndicatorId } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { WALL_VIEWS, type WallView } from '@/domain/wall';
import { messages } from '@/messages/locale';
import type { Screen } from '../queries/wall';
import { Headlines } from './headlines';
import { View } from './views';

export type WallProps = {
  viewer: Viewer;
  locale: Locale;
  filter: Filter;
  /** The first month that is not closed. */
  running: Month;
  /** The day until which the month can still be filed; null for a closed one. */
  openUntil: string | null;
  view: WallView;
  chosen: IndicatorId;
  screen: Screen;
  /** The filter form, while it is open: with its hundreds of choices it is not part of every screen. */
  children?: ReactNode;
};

/** One screen of the wall in its frame. */
export function Wall({ viewer, locale, filter, running, openUntil, view, chosen, screen, children }: WallProps) {
  const { command, common, shell } = messages(locale);
  const { wall } = screen;
  const { county, place, today, demonstration } = wall.workplace;
  const ground = wall.ground ?? place ?? command.whole(county);
  const scene = { viewer, locale, filter, running, openUntil, chosen, ...screen };
  const addressOf = (each: WallView, form: 'open' | null = null) => `/command${filterQuery(filter, {}, { view: each, indicator: chosen, filter: form })}`;
  const views = WALL_VIEWS.map((each) => ({ href: addressOf(each), label: command.views[each] }));
  const said = filter.month < running || filter.reading === 'known' ? `${ground} · ${common.filter.readings[filter.reading]}` : ground;
  return (
    <WallFrame
      locale={locale}
      title={command.title(county)}
      view={command.views[view]}
      today={today}
      month={filter.month}
      filter={said}
      demonstration={demonstration}
      live={<Live url="/api/live" labels={labelsOf(shell.wall)} />}
      controls={
        <WallControls views={views} current={WALL_VIEWS.indexOf(view)} labels={shell.wall} leave="/" pinned={Boolean(children)}>
          {children || <FilterLink href={addressOf(view, 'open')} text={command.filter} />}
        </WallControls>
      }
    >
      <Headlines scene={scene} view={view} />
      <View scene={scene} view={view} />
    </WallFrame>
  );
}

function FilterLink({ href, text }: { href: string; text: string }) {
  return (
    <WallLink href={href} className="inline-flex min-h-11 items-center border border-line-strong px-3 hover:bg-wash md:min-h-9">
      {text}
    </WallLink>
  );
}

const labelsOf = ({ live, connecting, offline }: { live: string; connecting: string; offline: string }) => ({ live, connecting, offline });
