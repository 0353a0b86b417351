import { FilerLights, type FilerLight, FilingRates, type RateText } from '@/components/wall/filing-rates';
import { Panel } from '@/components/wall/panel';
import { WallLink } from '@/components/wall/wall-link';
import { may } from '@/domain/access';
import { FILER_KINDS } from '@/domain/checklist';
import { figureHref } from '@/domain/figure';
import type { FilingCounts } from '@/domain/filing-cut';
import { filterQuery } from '@/domain/filter';
import { formatDateTime, formatNumber, formatPercent } from '@/domain/format';
import type { IndicatorId } from '@/domain/indicators';
import type { Count } from '@/domain/rollup';
import { ranked } from '@/domain/scoreboard';
import { messages } from '@/messages/locale';
import type { LineFiling } from '../queries/filings';
import { countsText, type Scene } from './scene';

/** Places a panel holds, and how many of the last stand out. */
const PLACES = 9;
const BEHIND = 4;

const rateOf = (scene: Scene, part: number | null, whole: number | null): RateText => ({
  text: formatPercent(scene.locale, part !== null && whole ? (part / whole) * 100 : null), counts: countsText(scene, { numerator: part, denominator: whole }),
});

const ratesOf = (scene: Scene, { complete, onTime, expected }: FilingCounts) => ({ complete: rateOf(scene, complete, expected), onTime: rateOf(scene, onTime, expected) });

const ratesAt = (scene: Scene, of: (id: IndicatorId) => Count) => {
  const [complete, onTime] = [of('checklists.completeness'), of('checklists.timeliness')];
  return { complete: rateOf(scene, complete.numerator, complete.denominator), onTime: rateOf(scene, onTime.numerator, onTime.denominator) };
};

const headsOf = ({ locale }: Scene, name: string) => {
  const { completeness: complete, timeliness: onTime } = messages(locale).command.figures;
  return { name, complete, onTime };
};

/** How complete and how timely the month's filing is, by kind of filer. */
export function FilerKindsPanel({ scene }: { scene: Scene }) {
  const { viewer, locale, filter, wall } = scene;
  const { checklists } = messages(locale).command;
  const opens = may(viewer, 'checklists.view');
  const rows = FILER_KINDS.flatMap((kind) => {
    const counts = wall.kinds.get(kind);
    return counts ? [{ name: checklists.kinds[kind], href: opens ? `/checklists${filterQuery(filter, {}, { by: 'kind', kind })}#missing` : figureHref(filter, 'checklists.filed', {}), ...ratesOf(scene, counts) }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <Panel title={checklists.byKind} href={opens ? `/checklists${filterQuery(filter, {}, { by: 'kind' })}` : figureHref(filter, 'checklists.filed')}>
      <FilingRates rows={rows} heads={headsOf(scene, checklists.kind)} />
    </Panel>
  );
}

/** The same by zone. */
export function FilingZonesPanel({ scene }: { scene: Scene }) {
  const { locale, filter, wall, scores } = scene;
  const { checklists, zone: texts } = messages(locale).command;
  const rows = wall.board.zones.map(({ no, commander }) => ({
    name: texts.short(no), person: commander ?? texts.none, href: `/zones/${no}${filterQuery(filter, { division: null, zone: null })}`, ...ratesAt(scene, (id) => scores.zone(id, no)),
  }));
  return (
    <Panel title={checklists.byZone} href={figureHref(filter, 'checklists.completeness')}>
      <FilingRates rows={rows} heads={headsOf(scene, texts.name)} />
    </Panel>
  );
}

/** The same by place, the least complete first. */
export function FilingPlacesPanel({ scene }: { scene: Scene }) {
  const { locale, filter, wall, scores } = scene;
  const { checklists } = messages(locale).command;
  const all = ranked(wall.board.places, (code) => scores.place('checklists.completeness', code), 'more');
  // Where all are alike, as on a month's first day, nobody trails.
  const rows = all.slice(-PLACES).reverse().map(({ rank, place: { code, name } }, at) => ({
    name, href: `/divisions/${code}${filterQuery(filter, { division: null, zone: null })}`, behind: rank > 1 && at < Math.min(BEHIND, Math.floor(all.length / 2)), ...ratesAt(scene, (id) => scores.place(id, code)),
  }));
  if (rows.length < 2) return null;
  return (
    <Panel title={checklists.laggards[wall.board.cut === 'township' ? 'township' : 'village']} href={figureHref(filter, 'checklists.completeness')}>
      <FilingRates rows={rows} heads={headsOf(scene, checklists.place)} />
    </Panel>
  );
}

/** The lines, by the sub-command that answers for each: filed in time, late, or not yet. */
export function FilingLinesPanel({ scene }: { scene: Scene }) {
  const { viewer, locale, wall } = scene;
  const { checklists } = messages(locale).command;
  const { lines } = wall;
  const opens = may(viewer, 'checklists.view');
  if (lines.length === 0) return null;
  const filers = lines.map(({ id, line, lineEn, person, filed, onTime }): FilerLight => {
    const [colour, said] = !filed ? (['grey', checklists.lineStates.missing] as const) : onTime ? (['green', checklists.lineStates.onTime] as const) : (['yellow', checklists.lineStates.late] as const);
    return { key: id, name: locale === 'zh-CN' ? line : lineEn, person, href: opens ? `/checklists/${id}` : null, colour, said };
  });
  const count = (test: (line: LineFiling) => boolean) => formatNumber(locale, lines.filter(test).length);
  return (
    <Panel title={checklists.byLine} href={opens ? `/checklists${filterQuery(scene.filter, {}, { by: 'line' })}` : undefined} note={checklists.lineCounts(count(({ onTime }) => onTime), count(({ filed, onTime }) => filed && !onTime), count(({ filed }) => !filed))}>
      <FilerLights filers={filers} />
    </Panel>
  );
}

/** Who has not filed, those who answer for most first, and how many in all. */
export function MissingPanel({ scene }: { scene: Scene }) {
  const { viewer, locale, filter, wall } = scene;
  const { checklists } = messages(locale).command;
  const opens = may(viewer, 'checklists.view');
  const count = [...wall.kinds.values()].reduce((sum, { expected, filed }) => sum + expected - filed, 0);
  if (count === 0) return null;
  return (
    <Panel title={checklists.missing} href={opens ? `/checklists${filterQuery(filter)}#missing` : undefined} note={checklists.missingCount(formatNumber(locale, count))}>
      <ol className="grid min-h-0 grow content-start gap-y-1.5 overflow-hidden">
        {wall.missing.map(({ id, post, person, kind }) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-3">
            <Filer href={opens ? `/checklists/${id}` : null} post={post} person={person} />
            <span className="text-muted">{checklists.kinds[kind]}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** The latest checklists to come in: whose, when, in which state. */
export function LatestPanel({ scene }: { scene: Scene }) {
  const { viewer, locale, wall } = scene;
  const { checklists } = messages(locale).command;
  const opens = may(viewer, 'checklists.view');
  return (
    <Panel title={checklists.latest} href={opens ? '/checklists' : undefined}>
      {wall.latest.length === 0 && <p className="text-muted">{checklists.none}</p>}
      <ol className="grid min-h-0 grow content-start gap-y-1.5 overflow-hidden">
        {wall.latest.map(({ id, post, person, state, submittedAt }) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-baseline gap-3">
            <Filer href={opens ? `/checklists/${id}` : null} post={post} person={person} />
            <span className="text-muted">{formatDateTime(locale, submittedAt)}</span>
            <span>{checklists.states[state]}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Whose checklist: the post, opening what it filed for who may, and who holds it. */
function Filer({ href, post, person }: { href: string | null; post: string; person: string }) {
  return (
    <span className="truncate">
      {href ? (
        <WallLink href={href} className="hover:underline">
          {post}
        </WallLink>
      ) : (
        post
      )}
      <span className="ms-3 text-muted">{person}</span>
    </span>
  );
}
