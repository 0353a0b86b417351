import { CountyMap } from '@/components/maps/county-map';
import { Alarms } from '@/components/wall/alarms';
import { Panel } from '@/components/wall/panel';
import { Ranking } from '@/components/wall/ranking';
import { ZoneLights } from '@/components/wall/zone-lights';
import { ALARMS, alarmColour, type AlarmCount, type AlarmKind } from '@/domain/alarm';
import { type Gap, GAP_INDICATORS } from '@/domain/assignment';
import { figureHref, formatFigure } from '@/domain/figure';
import { filterQuery } from '@/domain/filter';
import { formatNumber, formatPercent } from '@/domain/format';
import { indicator, type IndicatorId } from '@/domain/indicators';
import { ranked } from '@/domain/scoreboard';
import { zoneLight } from '@/domain/zone-light';
import { messages } from '@/messages/locale';
import { better, countsText, gapHref, type Scene, sharesOf, spoken } from './scene';

/** Townships coloured by an indicator, the chosen one unless another is named; a click opens the township. */
export function MapPanel({ scene, id: chosen = scene.chosen }: { scene: Scene; id?: IndicatorId }) {
  const { locale, filter, wall, scores } = scene;
  const { command, figures } = messages(locale);
  const elsewhere = filterQuery(filter, { division: null, zone: null });
  const undivided = scores.isUndivided(chosen);
  const cells = wall.board.places.flatMap(({ code, name, zone }) => {
    const rings = wall.outlines.get(code);
    const own = scores.place(chosen, code);
    const count = undivided ? { ...own, value: null } : own;
    return rings ? [{ code, name, rings, value: count.value, text: spoken(scene, count), href: `/divisions/${code}${elsewhere}`, zone: zone ?? undefined }] : [];
  });
  return (
    <Panel title={command.map(figures[chosen].name)} href={figureHref(filter, chosen)}>
      <CountyMap title={figures[chosen].name} locale={locale} cells={cells} bound={(value) => formatFigure(locale, chosen, value)} better={better(chosen) === 'more' ? 'up' : 'down'} height="fill" />
    </Panel>
  );
}

/** The zones with commander, light and the share of persons lifted. */
export function ZonesPanel({ scene }: { scene: Scene }) {
  const { locale, filter, wall, scores } = scene;
  const { command: { zone: texts }, common } = messages(locale);
  const county = sharesOf(scores.total);
  const zones = wall.board.zones.map(({ no, commander }) => {
    const shares = sharesOf((id) => scores.zone(id, no));
    const { part, whole } = shares.lifted;
    const { colour } = zoneLight(shares, county);
    return {
      no,
      name: texts.short(no),
      commander: commander ?? texts.none,
      colour,
      said: common.light[colour],
      href: `/zones/${no}${filterQuery(filter, { division: null, zone: null })}`,
      text: formatPercent(locale, part !== null && whole ? (part / whole) * 100 : null),
      counts: countsText(scene, { numerator: part, denominator: whole }),
    };
  });
  return (
    <Panel title={texts.title} note={texts.figure}>
      <ZoneLights zones={zones} />
    </Panel>
  );
}

const RANKED = 9;

/** The first places and the last few by the chosen indicator, as many as the panel holds. Nobody trails where all are alike, or where a figure only describes. */
export function RankingPanel({ scene, id = scene.chosen }: { scene: Scene; id?: IndicatorId }) {
  const { locale, filter, wall, scores } = scene;
  const { command, figures, shell } = messages(locale);
  const all = scores.isUndivided(id) ? [] : ranked(wall.board.places, (code) => scores.place(id, code), better(id));
  const kept = all.length <= RANKED ? all : [...all.slice(0, 5), ...all.slice(5 - RANKED)];
  const most = Math.max(...all.map(({ count }) => Math.abs(count.value ?? 0)), 0);
  const trailing = new Set(all.slice(-Math.min(4, Math.floor(all.length / 2))).map(({ place }) => place.code));
  const items = kept.map(({ rank, place, count }) => ({
    rank,
    name: place.name,
    href: `/divisions/${place.code}${filterQuery(filter, { division: null, zone: null })}`,
    text: spoken(scene, count),
    percent: most ? (Math.abs(count.value ?? 0) / most) * 100 : 0,
    behind: rank > 1 && indicator(id).better !== undefined && trailing.has(place.code),
  }));
  if (items.length < 2) return null;
  return (
    <Panel title={command.ranking(figures[id].name)} href={figureHref(filter, id)}>
      <Ranking items={items} spoken={shell.wall.rank} />
    </Panel>
  );
}

/** What is wrong right now, counted; each opens its rows. */
export function AlarmsPanel({ scene }: { scene: Scene }) {
  const { locale, filter, wall, scores, staffing } = scene;
  const { command: { alarms: texts }, common } = messages(locale);
  const value = (id: IndicatorId) => scores.total(id).value ?? 0;
  const gaps = wall.gaps ?? { underFunded: 0, poor: 0, unfinished: 0 };
  const staff = (id: IndicatorId) => staffing.total(id).value ?? 0;
  const missing = (gap: Gap) => staff(GAP_INDICATORS[gap]);
  const registered = value('poverty.registered_households');
  const tiles: Record<AlarmKind, Omit<AlarmCount, 'kind'> & { href: string }> = {
    'late-projects': { count: value('funds.late_projects'), of: gaps.unfinished, href: figureHref(filter, 'funds.late_projects') },
    'under-funded': { count: gaps.underFunded, of: gaps.poor, href: figureHref(filter, 'funds.village_project_floor_yuan') },
    neglected: { count: value('support.households_neglected'), of: registered, href: figureHref(filter, 'support.households_neglected') },
    orphaned: { count: missing('orphaned'), of: staff('poverty.registered_households'), href: gapHref(scene, 'orphaned') },
    vacancy: { count: missing('vacancy'), of: staff('staff.seats'), href: gapHref(scene, 'vacancy') },
    'no-technician': { count: missing('no-technician'), of: staff('staff.work_teams'), href: gapHref(scene, 'no-technician') },
    overloaded: { count: missing('overloaded'), of: staff('staff.cadres_assigned'), href: gapHref(scene, 'overloaded') },
    'double-post': { count: missing('double-post'), of: staff('staff.seats'), href: gapHref(scene, 'double-post') },
  };
  const alarms = ALARMS.filter((kind) => tiles[kind].of > 0 || tiles[kind].count > 0).map((kind) => {
    const { count, of, href } = tiles[kind];
    const colour = alarmColour({ kind, count, of });
    return { label: texts.names[kind], count, colour, said: common.light[colour], href, note: of > 0 ? texts.of[kind](formatNumber(locale, of)) : undefined };
  });
  return (
    <Panel title={texts.title} size="fit">
      <Alarms alarms={alarms} locale={locale} row />
    </Panel>
  );
}
