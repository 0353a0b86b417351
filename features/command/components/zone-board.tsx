import { Light } from '@/components/ui/light';
import { Panel } from '@/components/wall/panel';
import { WallLink } from '@/components/wall/wall-link';
import { figureHref } from '@/domain/figure';
import { filterQuery } from '@/domain/filter';
import { formatNumber, formatPercent } from '@/domain/format';
import type { IndicatorId } from '@/domain/indicators';
import { ZONE_TESTS, type ZoneTest, zoneLight } from '@/domain/zone-light';
import { messages } from '@/messages/locale';
import { countsText, type Scene, sharesOf } from './scene';

/** The figure whose page is behind a share. */
const FIGURES = { lifted: 'poverty.persons_lifted', visited: 'support.visit_rate', filed: 'checklists.filing_rate' } as const satisfies Record<ZoneTest, IndicatorId>;

/** Each zone with its commander, its three shares against the county, its light and why. */
export function ZoneBoard({ scene, size }: { scene: Scene; size?: 1 | 2 | 3 }) {
  const { locale, filter, wall, scores } = scene;
  const { zone: texts } = messages(locale).command;
  const county = sharesOf(scores.total);
  return (
    <Panel title={texts.title} size={size}>
      <ul className="grid min-h-0 grow auto-rows-fr">
        {wall.board.zones.map(({ no, name, commander }) => {
          const shares = sharesOf((id) => scores.zone(id, no));
          const light = zoneLight(shares, county);
          const why = light.behind.map(({ test, points }) => texts.behind(texts.tests[test], formatNumber(locale, points, 1)));
          return (
            <li key={no} className="grid items-center gap-x-5 gap-y-1 border-t border-line py-2 first:border-t-0 md:grid-cols-[minmax(0,1.1fr)_minmax(0,1.6fr)]">
              <div className="min-w-0">
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <WallLink href={`/zones/${no}${filterQuery(filter, { division: null, zone: null })}`} className="text-[1.1rem] font-semibold hover:underline">
                    {name}
                  </WallLink>
                  <Light colour={light.colour} locale={locale} />
                </p>
                <p className="text-muted">
                  {texts.commander} {commander ?? texts.none}
                </p>
                <p className="text-[0.9rem] text-muted">{why.length > 0 ? why.join('; ') : texts.steady}</p>
              </div>
              <dl className="grid grid-cols-3 gap-x-3">
                {ZONE_TESTS.map((test) => {
                  const { part, whole } = shares[test];
                  return (
                    <div key={test} className="min-w-0">
                      <dt className="text-[0.9rem] text-muted">{texts.tests[test]}</dt>
                      <dd className="text-[1.3rem] leading-tight font-semibold">
                        <WallLink href={figureHref(filter, FIGURES[test], { zone: no })} className="hover:underline">
                          {formatPercent(locale, part !== null && whole ? (part / whole) * 100 : null)}
                        </WallLink>
                      </dd>
                      <dd className="text-[0.85rem] text-muted">{countsText(scene, { numerator: part, denominator: whole })}</dd>
                    </div>
                  );
                })}
              </dl>
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-[0.85rem] text-muted">{texts.rule}</p>
    </Panel>
  );
}
