/**
 * The shape of the demonstration county: how much of what, and when. Figures marked B are stated by the briefing
 * (db/reference/figures.json); the rest is made up so that the county looks true. Who and where is in cast/ and db/reference.
 */
export const COUNTY = '510823';
export const TODAY = '2018-03-01';
export const SEED_VERSION = '1';
/** About how much a load has to do, in rows or what takes as long, for the progress line. */
export const ROWS = 1_270_000;

export const DIVISIONS = {
  poorVillages: 163, // B
  /** Communities without poor households and without a team: 579 − 559 (B). */
  townCommunities: { townships: ['510823122', '510823114', '510823100', '510823118'], count: 20 },
  slowTownships: ['510823221', '510823227'],
  aheadZone: 1,
} as const;

/** Rural registered population at 1 January 2017 and what it is multiplied by in each year. */
export const POPULATION = { total: 589_000, byYear: { 2014: 1.009, 2015: 1.006, 2016: 1.003, 2017: 1, 2018: 0.998 } } as const;

/** Villages that left the poor list, by year: 76, 50 of them in 2017 (B). */
export const VILLAGE_EXITS = { 2014: 0, 2015: 8, 2016: 18, 2017: 50 } as const;

/** Townships' schools, clinics and service centres: the share that was up to standard before the books begin, and of the rest what came about since. */
export const SERVICES = { early: 0.35, later: { 'central-school': 0.93, clinic: 0.86, 'service-centre': 0.95 } } as const;

export const HOUSEHOLDS = {
  total: 31_000,
  members: 97_000,
  /** Households by size. */
  sizes: { 1: 0.12, 2: 0.22, 3: 0.28, 4: 0.22, 5: 0.11, 6: 0.04, 7: 0.01 },
  /** Found after the first survey. */
  added: { 2015: 240, 2016: 180 },
  /** Households lifted out of poverty: 19,354 (B), of about 59,900 people (B), rising year by year. */
  exits: { 2014: 3_150, 2015: 4_350, 2016: 5_350, 2017: 6_504 },
  personsLifted: 59_900,
  causes: {
    illness: 38, disability: 12, schooling: 6, disaster: 2, 'no-land': 1, 'no-water': 1, 'no-skill': 17, 'no-labour': 10,
    'no-capital': 8, 'no-road': 1.5, 'no-drive': 2.5, other: 1,
  },
} as const;

export const STAFF = {
  leaders: 32, // B
  cadres: 11_158, // B
  technicians: 478, // B
  specialists: 37, // B
  squads: 12, // B
  evaluationGroups: 8, // B
  /** Teams came to the poor villages first, then to the rest. */
  teams: { poor: ['2014-04-01', '2014-04-25'], other: ['2015-06-01', '2016-05-18'] },
  /** First secretaries of the poor villages. */
  firstSecretaries: ['2015-04-20', '2015-05-01'],
  replaced: { firstSecretary: 0.16, teamLeader: 0.12, townshipSecretary: 0.35, cadre: 0.1 },
  /** One household in so many has no cadre. */
  householdsWithoutCadre: 150,
} as const;

export const YEARS = [2014, 2015, 2016, 2017] as const;
export type Year = (typeof YEARS)[number];

export const HOUSING = {
  /** Households moved in: 6,907 of about 21,000 people (B). */
  relocated: { 2016: 2_300, 2017: 4_607 },
  /** Dangerous houses renovated: 5,770 (B). */
  renovated: { 2014: 900, 2015: 1_300, 2016: 1_670, 2017: 1_900 },
  other: { ecological: 620, hazard: 300, geological: 210 },
  underWay: { movedIn: 160, relocation: 960, renovated: 60, renovation: 380 },
  /** Resettlement sites finished: 318 (B). */
  sites: { finished: { 2016: 112, 2017: 206 }, unfinished: 22 },
} as const;

/** Totals at the end of 2017 are the briefing's (B); the years before lead up to them. */
export const INDUSTRY = {
  parks: { 2015: 30, 2016: 40, 2017: 50 },
  gardens: { 2014: 900, 2015: 2_360, 2016: 3_900, 2017: 4_700, 2018: 90 },
  bases: { grain: 25_000, vegetables: 20_000, herbs: 15_000 },
  organizations: { cooperative: 128, 'family-farm': 191 },
  /** Yuan per head of the villages that left the list in 2017. */
  collectiveIncome: 27,
} as const;

export const EMPLOYMENT = {
  workshops: { 2016: 3, 2017: 12, 2018: 1 },
  bases: { 2016: 2, 2017: 10 },
  trained: { 2014: 2_900, 2015: 5_600, 2016: 9_800, 2017: 15_900, 2018: 1_500 },
  courses: { 2014: 40, 2015: 80, 2016: 140, 2017: 216, 2018: 24 },
  fairs: { 2015: 6, 2016: 10, 2017: 15, 2018: 3 },
  deliveries: { 2015: 60, 2016: 140, 2017: 235, 2018: 42 },
  exported: { 2014: 180_500, 2015: 188_900, 2016: 196_300, 2017: 202_700, 2018: 81_200 },
  transferred: { 2015: 6_000, 2016: 11_500, 2017: 22_400, 2018: 3_800 },
} as const;

export const SOCIETY = {
  enterprises: 97, associations: 16, poorVillages: 26, otherVillages: 78,
  /** In thousand yuan by the end of 2017. */
  raised: 85_000, raised2018: 640,
  returneeEnterprises: 721, returnees: 1_160,
} as const;

export const FUNDS = {
  /** A year, from each of three sources, in yuan. */
  special: 1_000_000,
  /** The least a poor village got for projects, in thousand yuan. */
  floor: 10_000,
} as const;

/** How often a household is visited: every so many months, how much of that is missed, and how often somebody comes besides. */
export const VISITS = {
  byYear: {
    2014: { period: 4, missed: 0.1, extra: 0.04 },
    2015: { period: 4, missed: 0.08, extra: 0.05 },
    2016: { period: 4, missed: 0.11, extra: 0.04 },
    2017: { period: 3, missed: 0.13, extra: 0.04 },
    2018: { period: 3, missed: 0.13, extra: 0.04 },
  },
  neglected: { slow: 0.1, elsewhere: 0.018 },
  seen: { well: 58, illness: 16, income: 12, housing: 5, schooling: 7, disaster: 2 },
} as const;

/** Demands: days until they are answered, days a promise is given, and the share that nobody came back to. */
export const ASKED = { days: { first: 4, last: 70 }, due: { first: 20, last: 120 }, explained: 0.12, forgotten: 0.025, forgottenFrom: '2017-01-01' } as const;

/** Monthly checklists. The running month of the first day is 2018-02: it stays open for some demonstration accounts. */
export const FILING = {
  missing: { before: 0.028, recent: 0.01 },
  late: 0.055,
  returned: 0.02,
  running: { filed: 0.34, reviewed: 0.45, begun: 0.13 },
  /** Entries are kept for the last fourteen months. */
  entriesFrom: '2017-01',
  deviating: 0.025,
  /** Filed with nothing but zeros. */
  allZero: 0.006,
  leftOpen: ['post-01', 'township-510823100', 'secretary-510823100200', 'team-510823100200', 'secretary-510823102200', 'team-510823102200'],
} as const;

/** Squads that drew a sample of January: how many they drew and looked into by the first day, when they challenged one, and whether its filer has answered. */
export const SPOT_CHECKS = {
  month: '2018-01',
  squads: [
    { no: 1, drawnOn: '2018-02-22', size: 8, checked: 6, challengedOn: '2018-02-26', answered: true },
    { no: 3, drawnOn: '2018-02-26', size: 6, checked: 4, challengedOn: '2018-02-28', answered: false },
  ],
} as const;

/** Responsibility letters. */
export const LETTERS = {
  years: [2017, 2018],
  /** Villages whose exit was promised in 2017 and did not come. */
  villagesFailed: 2,
  villagesPlanned: 58,
  /** Of a year's work, how much was promised: most kept their promise, some did not. */
  promised: { kept: [0.88, 1], missed: [1.04, 1.16], share: 0.14 },
  planned: { lifted: 0.62, incidence: 0.48, relocated: 0.9, growth: 1.04 },
  /** Letters of first secretaries that still wait for the second signature. */
  waiting: 6,
  /** Where resident cadres have begun to sign. */
  resident: { year: 2018, townships: ['510823101', '510823105'] },
  /** Where the letters of 2018 do not add up. */
  flaws: {
    short: { township: '510823105', indicator: 'poverty.households_lifted', by: 12 },
    missing: { township: '510823113', indicator: 'housing.relocated_households' },
    doubled: { township: '510823211', indicator: 'industry.courtyard_gardens', by: 20 },
    raised: { township: '510823108', indicator: 'employment.poor_labour_transferred', by: 30 },
    orphan: { township: '510823203', indicator: 'industry.vegetable_base_mu', target: 200, text: '新建绿色蔬菜基地（县级未下达）' },
  },
} as const;

/** The anti-return-to-poverty fund; amounts of rules and limits in fen. */
export const RELIEF = {
  rules: { from: '2017-01-01', noticeDays: 7, villageDays: 3, townshipDays: 3, districtDays: 5, floor: 100_000_000, topUpDays: 15, cardHours: 72 },
  founded: { on: '2017-01-10', yuan: 1_000_000 },
  toppedUp: { on: '2017-04-27', yuan: 60_000 },
  /** Paid by the end of 2017, in yuan: 63,000 to 31 households (B), in monthly batches of so many. */
  paid: 63_000,
  batches: { '2017-04': 3, '2017-05': 3, '2017-06': 4, '2017-07': 4, '2017-08': 4, '2017-09': 4, '2017-10': 3, '2017-11': 3, '2017-12': 3 },
  causes: { illness: 17, disaster: 8, accident: 6 },
  /** Donated in October 2017, in hundred yuan: 920,000 yuan (B). */
  donated: { enterprise: 4_300, institution: 3_000, organization: 900, person: 1_000 },
  people: { named: 44, anonymous: 12 },
} as const;
