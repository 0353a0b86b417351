import { Section } from '@/components/ui/section';
import { Timeline } from '@/components/ui/timeline';
import type { ChecklistState } from '@/domain/checklist';
import type { Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { mayCheck } from '../policy';
import type { Finding, SpotCheck } from '../queries/spot-check';
import { CheckForm } from './check-form';

type Props = {
  viewer: Viewer;
  checklist: { id: number; version: number; personId: number; state: ChecklistState };
  checks: readonly SpotCheck[];
  findings: readonly Finding[];
  locale: Locale;
};

/** What squads found of a checklist, and the form for the squad it was drawn for. */
export function SpotChecks({ viewer, checklist, checks, findings, locale }: Props) {
  const { spotChecks: texts } = messages(locale);
  if (checks.length === 0) return null;
  const waiting = checks.find(({ result, squad }) => result === null && checklist.state === 'verified' && mayCheck(viewer, { personId: checklist.personId, squad }));
  return (
    <Section title={texts.title} id="spot-checks">
      <ul className="mb-3">
        {checks.filter(({ result }) => result === null).map(({ squad, squadName }) => (
          <li key={squad}>{texts.drawnFor(squadName)}</li>
        ))}
      </ul>
      <Timeline
        locale={locale}
        events={[
          ...findings.flatMap((each) => (each.closedAt === null ? [] : [{ key: `closed ${each.id}`, at: new Date(each.closedAt), who: each.closedBy ?? '', what: texts.closed, note: each.detail }])),
          ...checks.flatMap((each) => (each.result === null || each.checkedAt === null ? [] : [{ key: `check ${each.squad}`, at: new Date(each.checkedAt), who: `${each.checkedBy ?? ''} ${each.squadName}`, what: texts.results[each.result], note: each.note }])),
        ]}
      />
      {waiting && <CheckForm id={checklist.id} version={checklist.version} texts={{ ...texts.form, results: texts.results }} />}
    </Section>
  );
}
