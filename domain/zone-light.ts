/** A share with its two counts: how many of how many. */
export interface Share {
  part: number | null;
  whole: number | null;
}

export const ZONE_TESTS = ['lifted', 'visited', 'filed'] as const;
export type ZoneTest = (typeof ZONE_TESTS)[number];
/** lifted: registered persons who exited. visited: households visited this month. filed: checklists filed this month. */
export type ZoneShares = Record<ZoneTest, Share>;

export type ZoneColour = 'green' | 'yellow' | 'red' | 'grey';

/** By how many percentage points a zone may trail the whole county in each test before it counts as behind. */
export const ALLOWED: Record<ZoneTest, number> = { lifted: 3, visited: 5, filed: 5 };

export interface ZoneLight {
  colour: ZoneColour;
  /** In which tests the zone trails the county by more than is allowed, and by how many points (two decimals). */
  behind: { test: ZoneTest; points: number }[];
}

const percent = ({ part, whole }: Share): number | null => (part === null || !whole ? null : (part / whole) * 100);

/**
 * The traffic light of a zone: it is held against the county in three shares. Green trails in none; yellow in one; red in two,
 * or in one by more than double of what is allowed; grey where nothing can be compared.
 */
export function zoneLight(zone: ZoneShares, county: ZoneShares): ZoneLight {
  const gaps = ZONE_TESTS.flatMap((test) => {
    const [own, whole] = [percent(zone[test]), percent(county[test])];
    return own === null || whole === null ? [] : [{ test, points: Math.round((whole - own) * 100) / 100 }];
  });
  const behind = gaps.filter(({ test, points }) => points > ALLOWED[test]);
  if (gaps.length === 0) return { colour: 'grey', behind };
  if (behind.length === 0) return { colour: 'green', behind };
  const red = behind.length > 1 || behind.some(({ test, points }) => points > 2 * ALLOWED[test]);
  return { colour: red ? 'red' : 'yellow', behind };
}
