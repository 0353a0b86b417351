import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { everywhere } from '@/domain/county-exit';
import { figureHref, formatFigure } from '@/domain/figure';
import { type Filter, filterQuery } from '@/domain/filter';
import type { ExitThresholds } from '@/domain/exit-threshold';
import { formatNumber, formatPercent, type Locale } from '@/domain/format';
import { SAFEGUARDS } from '@/domain/household';
import type { IndicatorId } from '@/domain/indicators';
import { underExitLine } from '@/domain/village-exit';
import { messages } from '@/messages/locale';
import type { PlaceProfile } from '../queries/place-profile';

type Props = { locale: Locale; profile: PlaceProfile; filter: Filter };

const SERVICES = ['services.central_schools', 'services.clinics', 'services.service_centres'] as const;
const VILLAGE_HAS = ['hardRoad', 'clinic', 'cultureRoom', 'network'] as const;

/** What the place still needs to leave the list: a village by its six, its households by theirs, anything wider by the county's four. */
export function ExitSection(props: Props) {
  return props.profile.place.level === 'village' ? <Village {...props} /> : <Wide {...props} />;
}

function Mark({ locale, met }: { locale: Locale; met: boolean | null }) {
  const { exit } = messages(locale).divisions;
  if (met === null) return <Badge>{exit.unknown}</Badge>;
  return <Badge tone={met ? 'green' : 'red'}>{met ? exit.met : exit.unmet}</Badge>;
}

/** The criteria as they read at the month's thresholds. */
function criteriaTexts(locale: Locale, { incidence, collectiveIncome }: ExitThresholds) {
  const { criteria } = messages(locale).divisions.exit;
  const digits = (value: number) => (Number.isInteger(value) ? 0 : 2);
  const income = collectiveIncome === 0 ? criteria.income : criteria.incomeOver(formatNumber(locale, collectiveIncome, digits(collectiveIncome)));
  return { ...criteria.has, incidence: criteria.incidence(formatPercent(locale, incidence, digits(incidence))), income };
}

function Village({ locale, profile: { place, village, gaps, figures, thresholds }, filter }: Props) {
  const { divisions } = messages(locale);
  const { exit } = divisions;
  const criteria = criteriaTexts(locale, thresholds);
  const incidence = figures.find(({ indicator }) => indicator === 'poverty.incidence')?.value ?? null;
  const unhoused = filterQuery(filter, { division: place.code }, { state: 'remaining', gap: 'no-housing' });
  return (
    <div className="mt-8 grid gap-x-10 gap-y-8 xl:grid-cols-2">
      <div className="min-w-0">
        <Section title={exit.village}>
          {!village?.poorSince && <p className="mb-2 text-muted">{exit.notPoor}</p>}
          {village && (
            <Table
              caption={exit.village}
              captionHidden
              locale={locale}
              rows={village.criteria}
              rowKey={({ name }) => name}
              columns={[
                { key: 'item', label: exit.item, cell: ({ name }) => criteria[name] },
                { key: 'met', label: exit.state, tight: true, cell: ({ met }) => <Mark locale={locale} met={met} /> },
                {
                  key: 'value',
                  label: messages(locale).indicators.columns.value,
                  numeric: true,
                  cell: ({ name }) => {
                    if (name === 'incidence') return formatFigure(locale, 'poverty.incidence', incidence);
                    return name === 'income' && village.incomePerHead !== null ? divisions.perHead(formatNumber(locale, village.incomePerHead / 100, 2)) : '';
                  },
                },
              ]}
            />
          )}
        </Section>
      </div>
      {gaps && (
        <div className="min-w-0">
          <Section title={exit.household}>
            <p className="mb-2 text-muted">{exit.householdNote(formatNumber(locale, gaps.remaining), String(gaps.incomeYear))}</p>
            <Table
              caption={exit.household}
              captionHidden
              locale={locale}
              rows={(['income', ...SAFEGUARDS] as const).map((name) => ({ name }))}
              rowKey={({ name }) => name}
              columns={[
                { key: 'item', label: exit.item, cell: ({ name }) => (name === 'income' ? exit.income : exit.safeguards[name]) },
                { key: 'missing', label: exit.missing, numeric: true, cell: ({ name }) => (name === 'housing' ? { href: `/households${unhoused}`, text: formatNumber(locale, gaps[name]) } : formatNumber(locale, gaps[name])) },
              ]}
            />
          </Section>
        </div>
      )}
    </div>
  );
}

/** By the county's criteria, a zone and a township too; beside them how its poor villages stand by theirs. */
function Wide({ locale, profile: { place, figures, services, poorVillages, thresholds }, filter }: Props) {
  const { divisions } = messages(locale);
  const { exit } = divisions;
  const criteria = criteriaTexts(locale, thresholds);
  const of = (id: IndicatorId) => [...figures, ...services].find(({ indicator }) => indicator === id)?.value ?? null;
  const incidence = of('poverty.incidence');
  const townships = of('org.townships') ?? 0;
  const title = place.level === 'county' ? exit.county : exit.within;
  const rows = [
    { id: 'poverty.incidence' as const, item: criteria.incidence, met: underExitLine(incidence, thresholds.incidence), value: formatFigure(locale, 'poverty.incidence', incidence) },
    ...SERVICES.map((id) => ({ id, item: exit.services[id], met: everywhere(of(id) ?? 0, townships), value: exit.townships(formatNumber(locale, of(id) ?? 0), formatNumber(locale, townships)) })),
  ];
  return (
    <div className="mt-8 grid gap-x-10 gap-y-8 xl:grid-cols-2">
      <Section title={title}>
        <Table
          caption={title}
          captionHidden
          locale={locale}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'item', label: exit.item, cell: ({ item }) => item },
            { key: 'met', label: exit.state, tight: true, cell: ({ met }) => <Mark locale={locale} met={met} /> },
            { key: 'value', label: messages(locale).indicators.columns.value, numeric: true, cell: ({ id, value }) => ({ href: figureHref(filter, id), text: value }) },
          ]}
        />
      </Section>
      {poorVillages && (
        <Section title={exit.villages}>
          <Table
            caption={exit.villages}
            captionHidden
            locale={locale}
            rows={VILLAGE_HAS.map((name) => ({ name }))}
            rowKey={({ name }) => name}
            columns={[
              { key: 'item', label: exit.item, cell: ({ name }) => <>{criteria[name]} <Lacking locale={locale} villages={poorVillages.lacking[name]} filter={filter} /></> },
              { key: 'value', label: messages(locale).indicators.columns.value, numeric: true, cell: ({ name }) => exit.poorVillages(formatNumber(locale, poorVillages.all - poorVillages.lacking[name].length), formatNumber(locale, poorVillages.all)) },
            ]}
          />
        </Section>
      )}
    </div>
  );
}

/** The villages that lack something, folded away; nothing where none does. */
function Lacking({ locale, villages, filter }: { locale: Locale; villages: readonly { code: string; name: string }[]; filter: Filter }) {
  if (villages.length === 0) return null;
  return (
    <details>
      <summary className="text-sm text-muted underline underline-offset-4">{messages(locale).divisions.exit.lacking(formatNumber(locale, villages.length))}</summary>
      <ul className="flex flex-wrap gap-x-3 text-sm">
        {villages.map(({ code, name }) => <li key={code}><TextLink href={`/divisions/${code}${filterQuery(filter, { division: null, zone: null })}`}>{name}</TextLink></li>)}
      </ul>
    </details>
  );
}
