import { Section } from '@/components/ui/section';
import type { Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { doing, signable } from '../policy';
import type { LetterView } from '../queries/find-letter';
import { DeedForm } from './letter-forms';

/** What the viewer can do with the letter now: sign, offer, withdraw, amend. Nothing on a version that is past. */
export function LetterActions({ viewer, locale, letter }: { viewer: Viewer; locale: Locale; letter: LetterView }) {
  const { deeds: t, sides } = messages(locale).letters;
  const { id, version, revision, hash } = letter;
  const open = doing(viewer, { ...letter, state: letter.latestState });
  if (!letter.current || open.length === 0) return null;
  const seen = { id, version: letter.latest, revision };
  const side = signable(viewer, letter);
  return (
    <Section title={t.title} id="deeds">
      <div className="grid gap-6">
        {open.includes('sign') && side && <DeedForm deed="sign" seen={{ id, version, hash }} texts={{ ...t.sign, title: t.signTitle(sides[side]), working: t.working }} />}
        {open.includes('offer') && <DeedForm deed="offer" seen={seen} texts={{ ...t.offer, working: t.working }} />}
        {open.includes('amend') && <DeedForm deed="amend" seen={{ id, version: letter.latest }} texts={{ ...t.amend, working: t.working }} />}
        {open.includes('withdraw') && <DeedForm deed="withdraw" seen={seen} texts={{ ...t.withdraw, working: t.working }} />}
      </div>
    </Section>
  );
}
