import { Definitions } from '@/components/ui/definitions';
import { formatDate, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { HOUSING_STAGES, type HousingCase, type HouseholdMeasures as Measures } from '../queries/household-measures';

/** The measures of one household: its housing programme stage by stage, and its garden. */
export function HouseholdMeasures({ locale, measures: { housing, garden } }: { locale: Locale; measures: Measures }) {
  const { measures: t } = messages(locale).households;
  if (!housing && !garden) return <p className="text-muted">{t.none}</p>;
  return (
    <>
      {housing && <Stages locale={locale} housing={housing} />}
      {garden && <Definitions columns={1} items={[{ term: t.garden, value: t.gardenText(garden.product, formatDate(locale, garden.builtOn)) }]} />}
    </>
  );
}

/** Stages not passed are shown as far as the last one reached asks for the next; a renovation has no keys and no moving. */
function Stages({ locale, housing }: { locale: Locale; housing: HousingCase }) {
  const { common, households: { measures: t } } = messages(locale);
  const moves = housing.programme !== 'renovation';
  const stages = HOUSING_STAGES.filter((stage) => moves || housing[stage] !== null || ['approvedOn', 'startedOn', 'finishedOn', 'acceptedOn'].includes(stage));
  const head = housing.people > 0 ? formatNumber(locale, housing.area / housing.people, 1) : '';
  return (
    <div className="mb-4">
      <h3 className="font-medium">
        {t.programmes[housing.programme]}
        {housing.site && <span className="ms-3 font-normal text-muted">{`${t.site}${common.colon}${housing.site}`}</span>}
      </h3>
      <p className="text-sm text-muted">{t.size(formatNumber(locale, housing.people), formatNumber(locale, housing.area), head)}</p>
      <ol className="mt-2 grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3 xl:grid-cols-5">
        {stages.map((stage) => (
          <li key={stage} className={`border-t-2 pt-1 ${housing[stage] ? 'border-green' : 'border-line'}`}>
            <span className="block">{t.stages[stage]}</span>
            <span className="text-sm text-muted">{housing[stage] ? formatDate(locale, housing[stage]) : t.pending}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
