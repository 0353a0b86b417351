import { Notice } from '@/components/shell/notice';
import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { ABSENT, formatDate, formatNumber, type Locale } from '@/domain/format';
import { servesOn, vacancies } from '@/domain/post';
import { messages } from '@/messages/locale';
import type { AppointmentRow, Post } from '../queries/find-post';
import { dutyName, dutyNames } from './holders';

/** Who served at a post on a day, what was vacant, and who served before. */
export function PostPeople({ locale, post, on }: { locale: Locale; post: Post; on: string }) {
  const { posts } = messages(locale);
  const t = posts.post;
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
  const shared = { captionHidden: true, locale, rowKey: (row: AppointmentRow) => String(row.id) };
  return (
    <>
      <Section title={t.serving(day)}>
        {vacant.length > 0 && <Notice tone="warning" title={t.vacant(dutyNames(locale, vacant))} />}
        <Table {...shared} caption={t.serving(day)} columns={columns} rows={serving} empty={t.nobody(day)} />
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
