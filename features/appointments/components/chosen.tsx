import { Notice } from '@/components/shell/notice';
import { Definitions } from '@/components/ui/definitions';
import { TextLink } from '@/components/ui/link-button';
import { ROLE_OF } from '@/domain/access';
import type { Duty } from '@/domain/command';
import { ABSENT, formatDate, listMark, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Choice } from '../queries/read-choice';

/** What has been chosen so far, with a way back to each choice, and what to think of. */
export function Chosen({ locale, choice, duty }: { locale: Locale; choice: Choice; duty: Duty | null }) {
  const { appointments: t, common, roles } = messages(locale);
  const { post, replaced, person } = choice;
  const back = (kept: Record<string, number | null | undefined>) =>
    `/admin/appointments/new?${new URLSearchParams(Object.entries(kept).flatMap(([name, value]): [string, string][] => (value ? [[name, String(value)]] : [])))}`;
  const names = person?.posts.map((each) => `${each.name} ${roles[ROLE_OF[each.duty]]}`).join(listMark(locale));
  return (
    <>
      <Definitions
        items={[
          ...(post ? [{ term: t.columns.post, value: replaced ? post.name : <>{post.name} <TextLink href={back({ person: person?.id })}>{t.change}</TextLink></> }] : []),
          ...(duty ? [{ term: t.columns.duty, value: roles[ROLE_OF[duty]] }] : []),
          ...(replaced ? [{ term: t.replaced, value: common.noted(replaced.person, `${formatDate(locale, replaced.startsOn)} – ${replaced.endsOn ? formatDate(locale, replaced.endsOn) : t.now}`) }] : []),
          ...(person ? [{
            term: t.columns.person,
            value: <>{person.name} {[person.department, person.title].filter(Boolean).join(' ')} <TextLink href={back({ replaces: replaced?.id, post: replaced ? null : post?.id })}>{t.change}</TextLink></>,
          }, { term: t.columns.now, value: names || ABSENT }, { term: t.account, value: person.usernames.join(', ') || t.noAccount }] : []),
        ]}
      />
      {person && person.posts.length > 0 && post && <div className="mt-4"><Notice tone="warning" title={t.double(person.name)} /></div>}
      {person && person.usernames.length === 0 && <div className="mt-4"><Notice title={t.noAccountHint} /></div>}
    </>
  );
}
