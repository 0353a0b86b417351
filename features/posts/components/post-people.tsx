import { Notice } from '@/components/shell/notice';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { appoints, may } from '@/domain/access';
import { isEndable } from '@/domain/appointment';
import type { Duty } from '@/domain/command';
import { ABSENT, formatDate, formatMonth, formatNumber, type Locale } from '@/domain/format';
import { firstDay, type Month } from '@/domain/month';
import { dutiesAt, isSole, servesIn, servesOn, vacancies } from '@/domain/post';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { AppointmentRow, Post } from '../queries/find-post';
import { dutyName, dutyNames } from './holders';

/** Who serves at a post today, or served there in a month; what was vacant, who is to come, and who served before. */
export function PostPeople({ viewer, locale, post, month }: { viewer: Viewer; locale: Locale; post: Post; month: Month | null }) {
  const { posts, appointments: { links } } = messages(locale);
  const t = posts.post;
  const { id, division } = post.facts;
  const mine = (duty: Duty) => appoints(viewer, duty, division);
  const { today } = post.facts;
  const serving = post.appointments.filter((appointment) => (month ? servesIn(month, appointment) : servesOn(today, appointment)));
  const planned = month ? [] : post.appointments.filter((appointment) => appointment.startsOn > today && appointment.endsOn !== appointment.startsOn);
  const since = month ? firstDay(month) : today;
  const before = post.appointments.filter((appointment) => appointment.endsOn !== null && appointment.endsOn <= since);
  const vacant = vacancies(post.facts.kind, serving.map((appointment) => appointment.duty));
  const title = month ? t.servedIn(formatMonth(locale, month)) : t.serving(formatDate(locale, today));
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
    cell: (row) => mine(row.duty) && row.personId !== viewer.personId && isEndable(row, today) && (
      <span className="flex gap-4">
        {isSole(row.duty) && <TextLink href={`/admin/appointments/new?replaces=${row.id}`} label={`${links.replace} ${row.name}`}>{links.replace}</TextLink>}
        <TextLink href={`/admin/appointments/${row.id}#end`} label={`${links.end} ${row.name}`}>{links.end}</TextLink>
      </span>
    ),
  };
  const shared = { captionHidden: true, locale, rowKey: (row: AppointmentRow) => String(row.id) };
  return (
    <>
      <Section title={title} actions={dutiesAt(post.facts.kind).some(mine) && <LinkButton href={`/admin/appointments/new?post=${id}`} small>{links.appoint}</LinkButton>}>
        {vacant.length > 0 && <Notice tone="warning" title={t.vacant(dutyNames(locale, vacant))} />}
        <Table {...shared} caption={title} columns={serving.some((row) => mine(row.duty)) ? [...columns, changing] : columns} rows={serving} empty={t.nobody} />
        {post.cadres > 0 && (
          <p className="mt-2 text-muted">
            {t.cadres(formatNumber(locale, post.cadres))} {may(viewer, 'assignments.view') && <TextLink href={`/assignments?division=${post.facts.division}`}>{t.cadresLink}</TextLink>}
          </p>
        )}
      </Section>
      {planned.length > 0 && (
        <Section title={t.planned}>
          <Table {...shared} caption={t.planned} columns={planned.some((row) => mine(row.duty)) ? [...columns, changing] : columns} rows={planned} />
        </Section>
      )}
      <Section title={t.before}>
        <Table {...shared} caption={t.before} columns={[...columns, { key: 'reason', label: t.columns.reason, cell: (row) => row.reason ?? ABSENT }]} rows={before} empty={t.noFormer} />
      </Section>
    </>
  );
}
