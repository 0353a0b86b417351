import { Panel } from '@/components/wall/panel';
import { Strip } from '@/components/wall/ranking';
import { WallLink } from '@/components/wall/wall-link';
import { may } from '@/domain/access';
import { FILER_KINDS } from '@/domain/checklist';
import { figureHref } from '@/domain/figure';
import { filterQuery } from '@/domain/filter';
import { formatDateTime, formatNumber, formatPercent } from '@/domain/format';
import { messages } from '@/messages/locale';
import { countsText, type Scene } from './scene';

/** Who has filed this month, by kind of filer. */
export function FilerKindsPanel({ scene }: { scene: Scene }) {
  const { locale, filter, wall } = scene;
  const { checklists } = messages(locale).command;
  const kinds = FILER_KINDS.flatMap((kind) => wall.kinds.filter((row) => row.kind === kind));
  if (kinds.length === 0) return null;
  return (
    <Panel title={checklists.byKind} href={figureHref(filter, 'checklists.filed')}>
      <ul className="grid min-h-0 grow auto-rows-fr">
        {kinds.map(({ kind, expected, filed }) => (
          <li key={kind} className="grid grid-cols-[minmax(0,7rem)_minmax(0,1fr)_auto] items-center gap-3 border-t border-line first:border-t-0">
            <span className="truncate">{checklists.kinds[kind]}</span>
            <Strip percent={(filed / expected) * 100} />
            <span className="text-end whitespace-nowrap">
              {formatPercent(locale, (filed / expected) * 100)} <span className="text-[0.85em] text-muted">{countsText(scene, { numerator: filed, denominator: expected })}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who has not filed, those who answer for most first, and how many in all. */
export function MissingPanel({ scene }: { scene: Scene }) {
  const { viewer, locale, filter, wall } = scene;
  const { checklists } = messages(locale).command;
  const opens = may(viewer, 'checklists.view');
  const count = wall.kinds.reduce((sum, { expected, filed }) => sum + expected - filed, 0);
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
