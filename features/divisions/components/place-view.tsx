import type { ReactNode } from 'react';
import { Trend } from '@/components/charts/trend';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { may } from '@/domain/access';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatDate, formatMonth, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { PlaceProfile } from '../queries/place-profile';
import { type ChildSort, ChildrenTable } from './children-table';
import { ExitSection } from './exit-section';
import { PeopleSection } from './people-section';
import { PlaceFigures } from './place-figures';

export interface PlaceViewProps {
  viewer: Viewer;
  locale: Locale;
  profile: PlaceProfile;
  filter: Filter;
  /** The day until which the month can still be filed; null for a closed one. */
  openUntil: string | null;
  sort: ChildSort;
  /** The filter. */
  children: ReactNode;
}

/** The profile of a place: the same at county, zone, township and village. */
export function PlaceView({ viewer, locale, profile, filter, openUntil, sort, children }: PlaceViewProps) {
  const { divisions, common } = messages(locale);
  const { place, village } = profile;
  // Links from here ask for this place, whatever the address said.
  const here: Filter = { ...filter, division: place.code, zone: place.level === 'zone' ? (place.zone?.no ?? null) : null, line: null };
  const month = filterQuery({ ...here, division: null, zone: null });
  return (
    <>
      <PageHeader
        locale={locale}
        title={place.name}
        crumbs={place.above.map(({ code, name }) => ({ href: `/divisions/${code}${month}`, label: name }))}
        summary={
          <>
            {place.level !== 'zone' && `${divisions.levels[place.level]} · `}
            {formatMonth(locale, filter.month)}
            {village?.poorSince && ` · ${divisions.poor} · ${village.exitedOn ? divisions.exitedOn(formatDate(locale, village.exitedOn)) : divisions.notExited}`}
            {place.zone && place.level !== 'zone' && <> · {place.zone.opens ? <TextLink href={`/zones/${place.zone.no}${month}`}>{place.zone.name}</TextLink> : place.zone.name}</>}
            {filter.reading === 'known' && ` · ${common.filter.readings.known}`}
          </>
        }
        actions={may(viewer, 'households.view') && <LinkButton href={`/households${filterQuery(here)}`}>{divisions.links.households}</LinkButton>}
      />
      {children}
      <Section title={divisions.figures}>
        <PlaceFigures locale={locale} figures={profile.figures} before={profile.before} changed={profile.changed} filter={here} openUntil={openUntil} />
      </Section>
      <Section title={divisions.trend}>
        <Trend
          locale={locale}
          id="poverty.incidence"
          points={profile.trend}
          exitLine={profile.thresholds.incidence}
          hrefOf={(of) => `${place.level === 'zone' ? '/zones' : '/divisions'}/${place.key}${filterQuery({ ...here, division: null, zone: null }, { month: of })}`}
        />
      </Section>
      {profile.children.length > 0 && (
        <ChildrenTable
          locale={locale}
          path={place.level === 'zone' ? `/zones/${place.key}` : `/divisions/${place.key}`}
          level={place.level === 'township' ? 'village' : 'township'}
          rows={profile.children}
          changed={profile.changedBelow}
          filter={here}
          sort={sort}
        />
      )}
      <PeopleSection locale={locale} people={profile.people} paired={profile.paired} month={profile.past ? filter.month : null} />
      <ExitSection locale={locale} profile={profile} filter={here} />
    </>
  );
}
