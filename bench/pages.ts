import pg from 'pg';

/** What the pages are asked about: things of one township, so that its own people may see them too. */
export interface Sample {
  township: string;
  village: string;
  household: number;
  name: string;
  post: number;
  checklist: number;
  /** A checklist that waits for its reviewer. */
  submitted: number;
  letter: number;
}

export async function sampleOf(superuser: string): Promise<Sample> {
  const client = new pg.Client(superuser);
  await client.connect();
  const { rows: [row] } = await client.query<Sample>(`
    with place as (
      select left(h.division, 9) as township from households h join accounts a on a.username = 'township-' || left(h.division, 9)
      group by 1 order by count(*) desc, 1 limit 1
    )
    select place.township, h.division as village, h.id as household, left(h.head_name, 2) as name,
      (select id from posts where division = place.township order by id limit 1) as post,
      (select c.id from checklists c where c.division = place.township order by c.month desc, c.id limit 1) as checklist,
      (select id from checklists where state = 'submitted' order by month desc, id limit 1) as submitted,
      (select id from letters where division = place.township order by year desc, id limit 1) as letter
    from place join households h on left(h.division, 9) = place.township order by h.id limit 1`);
  await client.end();
  if (!row) throw new Error('the county has no households');
  return row;
}

export interface PageAsked {
  path: string;
  /** Who opens it, besides the county leader and the township where their role may. */
  who: readonly string[];
}

/** Every page of the product with its heavier questions. `leader` and `township` are sign-in names; others open what those two may not. */
export function pagesOf({ township, village, household, name, post, checklist, submitted, letter }: Sample): PageAsked[] {
  const local = `township-${township}`;
  const both = ['leader', local];
  const pages = (who: readonly string[], ...paths: string[]) => paths.map((path) => ({ path, who }));
  return [
    ...pages(both, '/', ...['overview', 'zones', 'measures', 'checklists'].map((view) => `/command?view=${view}`)),
    ...pages(['leader'], '/command?asOf=known&month=2017-06', '/divisions/510823', '/zones/1'),
    ...pages(both, `/divisions/${township}`, `/divisions/${village}`),
    ...pages(both, ...['poverty.incidence', 'poverty.remaining_households', 'support.households_visited', 'support.visits', 'support.households_neglected'].map((id) => `/indicators/${id}`)),
    ...pages(both, '/households', '/households?state=remaining&cause=illness&sort=head', '/households?visited=no', '/households?visited=yes&cause=illness',
      '/households?gap=no-cadre', '/households?gap=no-housing', '/households?state=exited-year&page=40', `/households?q=${encodeURIComponent(name)}`,
      `/households?q=${encodeURIComponent(name.slice(0, 1))}`, '/households?q=0000000000000000', `/households?division=${village}`, '/households?zone=2&state=exited', `/households/${household}`),
    ...pages(both, '/posts', `/posts/${post}`, '/assignments', ...['vacancy', 'orphaned', 'overloaded', 'double-post'].map((gap) => `/assignments?gap=${gap}`)),
    ...pages(both, '/checklists', '/checklists?by=line', `/checklists/${checklist}`, '/checklists/changed?month=2017-12', '/checklists/exceptions', '/inbox'),
    ...pages(both, '/visits', `/visits?division=${township}`, `/visits?division=${village}`, '/demands', '/demands?list=answered', `/demands?division=${village}`),
    ...pages(both, '/letters', '/letters?year=2017&open=2&kind=village', `/letters/${letter}`),
    ...pages(both, '/relief', '/relief?state=applied&late=yes', '/relief/days', '/relief/days?step=village&decided=2018-02', `/relief?q=${encodeURIComponent(name.slice(0, 1))}`),
    ...pages(['relief-village-510823105201'], '/relief/new', `/relief/new?q=${encodeURIComponent(name.slice(0, 1))}`, '/relief/new?household=none', '/account/relatives'),
    ...pages(['relief-village-510823105209'], '/', '/relief', '/relief/50', '/relief/50/edit'),
    ...pages(['relief-district'], '/', '/relief/1', '/relief/41', '/relief/days'),
    ...pages(['leader'], '/visits?zone=2', '/checklists/spot-checks?month=2017-12', '/indicators/support.visits?month=2017-12&asOf=known'),
    ...pages(['office'], '/', '/checklists/review', '/checklists/review?plain=1', `/checklists/${submitted}?queue=1`, '/admin/people', '/letters/targets?year=2018', '/letters/targets/2/split?weight=remaining-households', '/assignments/spread', '/admin/appointments/new?post=2'),
    ...pages(['squad-01'], '/checklists/spot-checks', '/inbox'),
    ...pages(['auditor'], '/admin/audit', '/relief', '/relief/days', '/relief/1', '/relief/batches/1', '/funds?view=ledger'),
    ...pages(['finance'], '/', '/funds', '/funds?view=ledger', '/funds?view=donations', '/funds?view=ledger&page=8', '/funds?view=keep', '/funds/donations/1', '/relief/34', '/relief/batches', '/relief/batches?again=34', '/relief/batches/1', '/relief/batches/11'),
    ...pages(['admin-system'], '/admin/calendar', '/admin/jobs', '/admin/lines', '/admin/public', '/admin/relief-rules'),
    ...pages(['leader'], ...publicPages({ township })),
    ...pages(['cadre-00001'], '/', '/households', '/assignments', '/visits', '/visits/new', '/demands', '/letters'),
  ];
}

/** The work pages that are weighed in a browser. */
export const weighedPages = ({ township, household, checklist, post }: Sample): string[] => [
  '/', '/households', `/households/${household}`, `/divisions/${township}`, '/zones/1', '/indicators/poverty.incidence', '/posts', `/posts/${post}`,
  '/assignments', '/checklists', `/checklists/${checklist}`,
];

/** The pages that everybody may read; they ask nobody who they are. */
export const publicPages = ({ township }: Pick<Sample, 'township'>): string[] => [
  '/public/notices', `/public/notices?township=${township}`, '/public/fund', '/public/donate', '/public/apply', `/public/apply?township=${township}`, '/public/follow',
];
