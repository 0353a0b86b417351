import { Button } from '@/components/ui/button';
import { type Filter, filterQuery } from '@/domain/filter';
import type { Locale } from '@/domain/format';
import type { IndicatorId } from '@/domain/indicators';
import { messages } from '@/messages/locale';

/** Downloads the rows behind a figure as a spreadsheet; the export is recorded, so it is a POST. */
export function ExportForm({ locale, id, filter }: { locale: Locale; id: IndicatorId; filter: Filter }) {
  return (
    <form method="post" action={`/indicators/${id}/export${filterQuery(filter)}`}>
      <Button type="submit" tone="secondary" small>
        {messages(locale).indicators.exports.button}
      </Button>
    </form>
  );
}
