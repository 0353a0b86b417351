import { apportion } from '@/domain/apportion';
import { TOWNSHIP_SERVICES } from '@/domain/county-exit';
import { divisions, populations, povertyLines, townshipServices, villages, zones } from '../schema/divisions';
import { SERVICE_WORDS } from './cast/ventures';
import { Dice } from './dice';
import { readReference } from './reference';
import { COUNTY, DIVISIONS, POPULATION, SERVICES, STAFF, VILLAGE_EXITS, YEARS, type Year } from './shape';
import type { Writer } from './write';

export interface Township { code: string; name: string; zone: number; /** How fast it works: 1 is ordinary. */ pace: number }

export interface Village {
  code: string;
  name: string;
  kind: '村' | '居';
  township: Township;
  poor: boolean;
  exitedOn: string | null;
  /** When its work team was sent; null for the town communities that have none. */
  teamSince: string | null;
  /** Rural registered population of 2017. */
  people: number;
  no: number;
}

export interface Ground { townships: Township[]; villages: Village[]; /** With a team, in order of code. */ teamed: Village[] }

const dice = new Dice('ground');

function makeTownships(): Township[] {
  const zone = new Map(readReference<'code' | 'zone_no'>('zones.csv').map((row) => [row.code, Number(row.zone_no)]));
  return readReference<'code' | 'name'>('townships.csv').map(({ code, name }) => {
    const no = zone.get(code)!;
    const slow = (DIVISIONS.slowTownships as readonly string[]).includes(code);
    const pace = slow ? 0.72 : (0.85 + 0.3 * dice.share(1, Number(code))) * (no === DIVISIONS.aheadZone ? 1.35 : 1);
    return { code, name, zone: no, pace };
  });
}

/** The first `count` of a list by chance; a doubled weight comes up about twice as often. */
export function draw<T>(list: readonly T[], count: number, weight: (item: T, at: number) => number, ...keys: number[]): T[] {
  return list.map((item, at) => ({ item, order: dice.share(9, ...keys, at) / weight(item, at), at }))
    .sort((a, b) => a.order - b.order || a.at - b.at).slice(0, count).sort((a, b) => a.at - b.at).map(({ item }) => item);
}

function sentOn(poor: boolean, key: number): string {
  const [first, last] = poor ? STAFF.teams.poor : STAFF.teams.other;
  return dice.day(first, last, 7, key);
}

export function makeGround(): Ground {
  const townships = makeTownships();
  const byCode = new Map(townships.map((township) => [township.code, township]));
  const all = readReference<'code' | 'short_name' | 'kind' | 'township_code'>('villages.csv')
    .map((row) => ({ ...row, kind: row.kind as '村' | '居', township: byCode.get(row.township_code)! }));
  const towns = new Set(all
    .filter((row) => row.kind === '居' && (DIVISIONS.townCommunities.townships as readonly string[]).includes(row.township_code)).map((row) => row.code));
  if (towns.size !== DIVISIONS.townCommunities.count) throw new Error(`${towns.size} town communities`);

  // Poor villages lie thicker in the south and east, and where work is slow.
  const poor = new Set(draw(all.filter((row) => row.kind === '村'), DIVISIONS.poorVillages,
    ({ township }) => [0.8, 0.8, 1, 1.3, 1.4][township.zone - 1]! / Math.sqrt(township.pace), 2).map((row) => row.code));
  const exits = new Map<string, string>();
  for (const year of YEARS)
    for (const row of draw(all.filter((item) => poor.has(item.code) && !exits.has(item.code)), VILLAGE_EXITS[year], ({ township }) => township.pace ** 2, 3, year))
      exits.set(row.code, dice.day(`${year}-12-18`, `${year}-12-30`, 4, Number(row.code.slice(6))));

  const weights = all.map((row, at) => (towns.has(row.code) ? 0.1 : row.kind === '居' ? 0.9 : 0.55 + dice.share(5, at) + 0.4 * dice.share(6, at) ** 3));
  const people = apportion(POPULATION.total, weights);
  const made = all.map((row, at): Village => ({
    code: row.code, name: row.short_name + (row.kind === '居' ? '社区' : '村'), kind: row.kind, township: row.township,
    poor: poor.has(row.code), exitedOn: exits.get(row.code) ?? null,
    teamSince: towns.has(row.code) ? null : sentOn(poor.has(row.code), at),
    people: people[at]!, no: at + 1,
  })).sort((a, b) => (a.code < b.code ? -1 : 1));
  return { townships, villages: made, teamed: made.filter((village) => village.teamSince) };
}

function makeServices({ code, name, pace }: Township): (typeof townshipServices.$inferInsert)[] {
  return TOWNSHIP_SERVICES.map((kind, at) => {
    const keys = [at, Number(code)];
    const later = dice.chance(SERVICES.later[kind] * Math.sqrt(pace), 11, ...keys) ? dice.day('2014-03-01', '2017-12-20', 12, ...keys) : null;
    return { township: code, kind, name: name + SERVICE_WORDS[kind], standardSince: dice.chance(SERVICES.early * pace, 13, ...keys) ? '2014-01-01' : later };
  });
}

export async function writeGround(out: Writer, ground: Ground): Promise<void> {
  const zoneNames = readReference<'zone_no' | 'zone_name_synthetic'>('zones.csv');
  await out.rows(zones, [1, 2, 3, 4, 5].map((no) => ({ no, name: zoneNames.find((row) => Number(row.zone_no) === no)!.zone_name_synthetic })));
  const seats = new Map(readReference<'code' | 'kind' | 'lng' | 'lat'>('townships.csv').map((row) => [row.code, row]));
  const names = new Map(readReference<'code' | 'name'>('villages.csv').map((row) => [row.code, row.name]));
  await out.rows(divisions, [
    { code: COUNTY, parent: null, level: 'county', name: '剑阁县', shortName: '剑阁', kind: '县', zoneNo: null, lng: 105.52, lat: 32.29 },
    ...ground.townships.map(({ code, name, zone }) => {
      const seat = seats.get(code)!;
      return {
        code, parent: COUNTY, level: 'township' as const, name, shortName: name.replace(/[镇乡]$/, ''), kind: seat.kind as '镇' | '乡', zoneNo: zone,
        lng: Number(seat.lng), lat: Number(seat.lat),
      };
    }),
    ...ground.villages.map(({ code, name, kind, township }) => ({
      code, parent: township.code, level: 'village' as const, name: kind === '居' ? names.get(code)!.replace('居民委员会', '') : name, shortName: name.replace(/(村|社区)$/, ''), kind, zoneNo: township.zone, lng: null, lat: null,
    })),
  ]);
  await out.rows(villages, ground.villages.map((village) => {
    const has = (share: number, what: number) => Boolean(village.exitedOn) || village.kind === '居' || dice.chance(share * Math.sqrt(village.township.pace), 10, what, village.no);
    return {
      code: village.code, poorSince: village.poor ? '2014-01-01' : null, exitedOn: village.exitedOn,
      hardRoad: has(0.9, 1), clinic: has(0.85, 2), cultureRoom: has(0.75, 3), network: has(0.8, 4),
    };
  }));
  await out.rows(townshipServices, ground.townships.flatMap((township) => makeServices(township)));
  await out.rows(populations, Object.entries(POPULATION.byYear).flatMap(([year, factor]) => {
    const people = apportion(Math.round(POPULATION.total * factor), ground.villages.map((village) => village.people));
    return ground.villages.map((village, at) => ({ division: village.code, year: Number(year), people: people[at]! }));
  }));
  await out.rows(povertyLines, readReference<'year' | 'scope' | 'yuan_per_head_year' | 'status' | 'source'>('poverty_lines.csv').map((row) => ({
    year: Number(row.year), scope: row.scope as 'national' | 'Sichuan', fen: Number(row.yuan_per_head_year) * 100, status: row.status, source: row.source,
  })));
}

/** Income per head over which a household may exit, in fen. */
export const EXIT_LINE: Record<Year, number> = { 2014: 273_600, 2015: 285_500, 2016: 310_000, 2017: 330_000 };
