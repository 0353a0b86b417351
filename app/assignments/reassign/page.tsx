import { EmptyState, Notice } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { REASSIGN_LIMIT } from '@/domain/assignment';
import { parseHouseholdSearch } from '@/domain/household-search';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { CandidateSearch } from '@/features/assignments/components/candidate-search';
import { CandidateTable } from '@/features/assignments/components/candidate-table';
import { HandedTable } from '@/features/assignments/components/handed-table';
import { ReassignPreview } from '@/features/assignments/components/reassign-preview';
import { candidates, reassignable } from '@/features/assignments/queries/reassignable';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export default async function Page({ searchParams }: PageProps<'/assignments/reassign'>) {
  const viewer = await currentViewer();
  allow(viewer, 'assignments.reassign');
  const params = await searchParams;
  const households = [params.household ?? []].flat().slice(0, REASSIGN_LIMIT).flatMap((text) => rowId(text) ?? []);
  const cadre = households.length > 0 ? null : rowId(params.cadre);
  const { rows: all, more } = await reassignable(viewer, { households, cadre });
  // A cadre may help in several villages: one is handed over at a time, to somebody who serves there.
  const rows = cadre === null ? all : all.filter((row) => row.division === all[0]?.division);
  const { search } = parseHouseholdSearch({ q: params.q });
  const village = rows[0]?.division;
  const people = village === undefined ? [] : (await candidates(viewer, village, search.name)).filter((person) => person.id !== rows[0]?.cadre);
  const to = people.find((person) => person.id === rowId(params.to)) ?? null;
  const locale = await currentLocale();
  const { assignments } = messages(locale);
  const t = assignments.reassign;
  const asked: [string, string][] = [...households.map((id): [string, string] => ['household', String(id)]), ...(cadre ? [['cadre', String(cadre)] as [string, string]] : [])];
  const href = (person: number) => `/assignments/reassign?${new URLSearchParams([...asked, ...(search.name ? [['q', search.name]] : []), ['to', String(person)]])}#preview`;
  return (
    <WorkPage viewer={viewer} current="/assignments">
      <PageHeader title={t.title} locale={locale} crumbs={[{ href: '/assignments', label: assignments.title }]} />
      {rows.length === 0 ? (
        <EmptyState title={t.none} action={<LinkButton href="/assignments">{t.toGaps}</LinkButton>} />
      ) : (
        <>
          <Section title={t.steps.households}>
            {more && <Notice tone="warning" title={t.tooMany(String(REASSIGN_LIMIT))} />}
            {rows.length < all.length && <Notice title={t.elsewhere(String(all.length - rows.length))} />}
            <HandedTable locale={locale} rows={rows} />
          </Section>
          <Section title={t.steps.choose}>
            <CandidateSearch locale={locale} asked={asked} name={search.name} />
            <CandidateTable locale={locale} rows={people} adds={rows.length} picked={to?.id ?? null} caption={t.candidates(rows[0]?.village ?? '')} href={href} />
          </Section>
          {to && (
            <Section title={t.steps.preview} id="preview">
              <ReassignPreview locale={locale} rows={rows} to={to} />
            </Section>
          )}
        </>
      )}
    </WorkPage>
  );
}
