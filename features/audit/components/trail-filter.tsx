import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { AuditField, AuditSearch } from '@/domain/audit-search';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

/** Narrows the trail by person, command, record and period; a GET form, so that a search can be kept as a link. */
export function TrailFilter({ search, problems, locale }: { search: AuditSearch; problems: readonly AuditField[]; locale: Locale }) {
  const { audit, common, errors } = messages(locale);
  const error = (field: AuditField) => (problems.includes(field) ? errors.fields.malformed?.(0) : undefined);
  const commands = Object.entries(audit.commands).map(([value, label]) => ({ value, label }));
  const kinds = Object.entries(audit.kinds).map(([value, label]) => ({ value, label }));
  return (
    <form action="/admin/audit" method="get" aria-label={common.filter.label} className="no-print mb-5 flex flex-wrap items-end gap-3 border-b border-line pb-4">
      <TextInput name="actor" label={audit.search.actor} defaultValue={search.actor ?? ''} error={error('actor')} maxLength={64} autoCapitalize="none" />
      <Select name="command" label={audit.search.command} defaultValue={search.command ?? ''} error={error('command')} options={[{ value: '', label: common.filter.all }, ...commands]} />
      <Select name="kind" label={audit.search.kind} defaultValue={search.kind ?? ''} error={error('kind')} options={[{ value: '', label: common.filter.all }, ...kinds]} />
      <TextInput name="subject" label={audit.search.subject} defaultValue={search.subject ?? ''} error={error('subject')} maxLength={64} />
      <TextInput name="from" type="date" label={audit.search.from} defaultValue={search.from ?? ''} error={error('from')} />
      <TextInput name="to" type="date" label={audit.search.to} defaultValue={search.to ?? ''} error={error('to')} />
      <Button type="submit">{common.actions.search}</Button>
      <LinkButton href="/admin/audit" tone="quiet">{common.actions.reset}</LinkButton>
    </form>
  );
}
