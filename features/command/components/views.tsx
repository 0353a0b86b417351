import type { ReactNode } from 'react';
import { WallColumns } from '@/components/wall/frame';
import type { IndicatorId } from '@/domain/indicators';
import type { WallView } from '@/domain/wall';
import { messages } from '@/messages/locale';
import { FilingPanel, FilingTrendPanel, IncidencePanel, IndustryPanel, RelocationPanel, ZoneBarsPanel, ZoneTrendPanel } from './chart-panels';
import { AlarmsPanel, MapPanel, RankingPanel, ZonesPanel } from './county-panels';
import { FilerKindsPanel, FilingLinesPanel, FilingPlacesPanel, FilingZonesPanel, LatestPanel, MissingPanel } from './filing-panels';
import type { Scene } from './scene';
import { ZoneBoard } from './zone-board';

type ViewProps = { scene: Scene };

const hasZones = ({ wall }: Scene) => wall.board.zones.length > 1;
const hasMap = ({ wall }: Scene) => wall.board.cut === 'township' && wall.board.places.length > 1;

/** A ground no wider than a township has no zones and no map: what it has takes their room. */
function Overview({ scene }: ViewProps) {
  return (
    <WallColumns
      left={
        <>
          {hasZones(scene) && <ZonesPanel scene={scene} />}
          {hasMap(scene) && <IncidencePanel scene={scene} />}
          <RelocationPanel scene={scene} />
        </>
      }
      centre={
        <>
          {hasMap(scene) ? <MapPanel scene={scene} /> : <IncidencePanel scene={scene} />}
          <AlarmsPanel scene={scene} />
        </>
      }
      right={
        <>
          <RankingPanel scene={scene} />
          <IndustryPanel scene={scene} />
          <FilingPanel scene={scene} />
        </>
      }
    />
  );
}

function Zones({ scene }: ViewProps) {
  const { figures } = messages(scene.locale).command;
  const moved: IndicatorId[] = ['housing.relocated_households', 'employment.poor_labour_transferred'];
  const names = [figures.relocatedHouseholds, figures.transferred];
  if (!hasZones(scene)) {
    return <WallColumns left={hasMap(scene) && <MapPanel scene={scene} />} centre={<RankingPanel scene={scene} />} right={<ZoneBarsPanel scene={scene} title={names.join(' / ')} ids={moved} names={names} />} />;
  }
  return (
    <WallColumns
      left={
        <>
          <ZoneTrendPanel scene={scene} id="poverty.incidence" line />
          <ZoneTrendPanel scene={scene} id="support.visit_rate" />
        </>
      }
      centre={<ZoneBoard scene={scene} />}
      right={
        <>
          <RankingPanel scene={scene} />
          <ZoneBarsPanel scene={scene} title={names.join(' / ')} ids={moved} names={names} />
        </>
      }
    />
  );
}

function Measures({ scene }: ViewProps) {
  const { relocation, industry } = messages(scene.locale).command;
  const { grain, vegetables, herbs } = industry.baseNames;
  return (
    <WallColumns
      left={
        <>
          <RelocationPanel scene={scene} />
          {hasMap(scene) && <MapPanel scene={scene} id="housing.relocated_households" />}
        </>
      }
      centre={
        <>
          <ZoneBarsPanel scene={scene} title={relocation.byZone} ids={['housing.relocation_approved', 'housing.relocation_finished', 'housing.relocated_households']} names={[relocation.approved, relocation.finished, relocation.movedIn]} />
          <IndustryPanel scene={scene} />
        </>
      }
      right={
        <>
          <ZoneBarsPanel scene={scene} title={industry.bases} ids={['industry.grain_base_mu', 'industry.vegetable_base_mu', 'industry.herb_base_mu']} names={[grain, vegetables, herbs]} />
          <RankingPanel scene={scene} id="industry.courtyard_gardens" />
        </>
      }
    />
  );
}

function Checklists({ scene }: ViewProps) {
  return (
    <WallColumns
      left={
        <>
          <FilerKindsPanel scene={scene} />
          {hasZones(scene) && <FilingZonesPanel scene={scene} />}
          <FilingLinesPanel scene={scene} />
        </>
      }
      centre={
        <>
          <FilingTrendPanel scene={scene} />
          <MissingPanel scene={scene} />
          <LatestPanel scene={scene} />
        </>
      }
      right={
        <>
          <FilingPlacesPanel scene={scene} />
          {hasMap(scene) && <MapPanel scene={scene} id="checklists.completeness" />}
        </>
      }
    />
  );
}

const VIEWS: Record<WallView, (props: ViewProps) => ReactNode> = { overview: Overview, zones: Zones, measures: Measures, checklists: Checklists };

export function View({ view, ...props }: ViewProps & { view: WallView }) {
  const Chosen = VIEWS[view];
  return <Chosen {...props} />;
}
