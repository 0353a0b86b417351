import type { ReactNode } from 'react';
import { Section } from '@/components/ui/section';
import { formatMonth, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { PageFilter } from '@/server/filter';
import { mayRecord } from '../policy';
import { cadreBoard } from '../queries/cadre-board';
import { cadreHouseholds } from '../queries/my-households';
import { visitBoard } from '../queries/visit-board';
import { BoardFigures, BoardTable, CadreTable } from './board-tables';
import { HouseholdPicker } from './household-picker';

const VILLAGE_DIGITS = 12;

type Props = { viewer: Viewer; locale: Locale; page: PageFilter; /** Whose households are listed, inside a village. */ cadre: number | null; /** The filter. */ children: ReactNode };

/** How the households of an area are called on: as a whole, by zone, by place, and inside a village by cadre. */
export async function VisitBoardView({ viewer, locale, page, cadre, children }: Props) {
  const { area, filter } = page;
  const board = await visitBoard(viewer, area, filter.month);
  const village = area.townships === '*' && area.from.length >= VILLAGE_DIGITS;
  const cadres = village ? await cadreBoard(viewer, area, filter.month) : [];
  const chosen = cadres.find(({ personId }) => cadre !== null && personId === cadre);
  const { board: t } = messages(locale).visits;
  const level = board.level === 'township' ? 'townships' : 'villages';
  return (
    <>
      <Section title={t.title} id="coverage" actions={<span className="text-muted">{t.asOf(formatMonth(locale, filter.month))}</span>}>
        {children}
        <BoardFigures locale={locale} filter={filter} total={board.total} />
        <p className="mt-2 text-sm text-muted">{t.hint}</p>
      </Section>
      {board.zones.length > 1 && (
        <Section title={t.zones} id="zones">
          <BoardTable locale={locale} filter={filter} places={board.zones} level="zones" />
        </Section>
      )}
      {board.places.length > 0 && (
        <Section title={t[level]} id="places">
          <BoardTable locale={locale} filter={filter} places={board.places} level={level} />
        </Section>
      )}
      {village && (
        <Section title={t.cadres} id="cadres">
          <CadreTable locale={locale} filter={filter} rows={cadres} />
        </Section>
      )}
      {chosen && (
        <Section title={chosen.name ?? ''} id="cadre">
          <HouseholdPicker locale={locale} rows={await cadreHouseholds(viewer, chosen.personId as number)} record={mayRecord(viewer)} />
        </Section>
      )}
    </>
  );
}
