import { Notice } from '@/components/shell/notice';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { appoints } from '@/domain/access';
import { isEndable } from '@/domain/appointment';
import type { Duty } from '@/domain/command';
import { ABSENT, formatDate, formatNumber, type Locale } from '@/domain/format';
import { dutiesAt, isSole, servesOn, vacancies } from '@/domain/post';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { AppointmentRow, Post } from '../queries/find-post';
import { dutyName, dutyNames } from './holders';

/** Who served at a post on a day, what was vacant, and who served before. */
export function PostPeople({ viewer, locale, post, on }: { viewer: Viewer; locale: Locale; post: Post; on: string }) {
  const { posts, appointments: { links } } = messages(locale);
  const t = posts.post;
  const { id, division } = post.facts;
  const mine = (duty: Duty) => appoints(viewer, duty, division);
  const serving = post.appointments.filter((appointment) => servesOn(on, appointment));
  const before = post.appointments.filter((appointment) => appointment.endsOn !== null && appointment.endsOn <= on);
  const vacant = vacancies(post.facts.kind, serving.map((appointment) => appointment.duty));
  const day = formatDate(locale, on);
  const columns: Column<AppointmentRow>[] = [
    { key: 'name', label: t.columns.name, tight: true, cell: (row) => row.name },
    { key: 'duty', label: t.columns.duty, tight: true, cell: (row) => dutyName(locale, row.duty) },
    { key: 'department', label: t.columns.department, cell: (row) => row.department ?? ABSENT },
    { key: 'phone', label: t.columns.phone, tight: true, cell: (row) => (row.phoneTail ? t.phoneTail(row.phoneTail) : ABSENT) },
    { key: 'from', label: t.columns.from, tight: true, cell: (row) => formatDate(locale, row.startsOn) },
    { key: 'until', label: t.columns.until, tight: true, cell: (row) => (row.endsOn ? formatDate(locale, row.endsOn) : t.now) },
  ];
  const changing: Column<AppointmentRow> = {
    key: 'action', label: links.open, tight: true,
    cell: (row) => mine(row.duty) && row.personId !== viewer.personId && isEndable(row, post.facts.today) && (
      <span className="flex gap-4">
        {isSole(row.duty) && <TextLink href={`/admin/appointments/new?replaces=${row.id}`} label={`${links.replace} ${row.name}`}>{links.replace}</TextLink>}
        <TextLink href={`/admin/appointments/${row.id}#end`} label={`${links.end} ${row.name}`}>{links.end}</TextLink>
      </span>
    ),
  };
  const shared = { captionHidden: true, locale, rowKey: (row: AppointmentRow) => String(row.id) };
  return (
    <>
      <Section title={t.serving(day)} actions={dutiesAt(post.facts.kind).some(mine) && <LinkButton href={`/admin/appointments/new?post=${id}`} small>{links.appoint}</LinkButton>}>
        {vacant.length > 0 && <Notice tone="warning" title={t.vacant(dutyNames(locale, vacant))} />}
        <Table {...shared} caption={t.serving(day)} columns={serving.some((row) => mine(row.duty)) ? [...columns, changing] : columns} rows={serving} empty={t.nobody(day)} />
        {post.cadres > 0 && (
          <p className="mt-2 text-muted">
            {t.cadres(formatNumber(locale, post.cadres))} <TextLink href={`/assignments?division=${post.facts.division}`}>{t.cadresLink}</TextLink>
          </p>
        )}
      </Section>
      <Section title={t.before}>
        <Table {...shared} caption={t.before} columns={[...columns, { key: 'reason', label: t.columns.reason, cell: (row) => row.reason ?? ABSENT }]} rows={before} empty={t.noFormer} />
      </Section>
    </>
  );
}
