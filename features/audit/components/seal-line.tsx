import type { SealedUntil } from '@/db/audit-seals';
import { formatDateTime, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

/** How far the trail is sealed, with the hash that tells whether it is still the same. */
export function SealLine({ locale, seal }: { locale: Locale; seal: SealedUntil | null }) {
  const { seal: t } = messages(locale).audit;
  if (!seal) return <p className="mb-4 text-muted">{t.none}</p>;
  return (
    <details className="mb-4">
      <summary className="text-muted underline decoration-line-strong underline-offset-4">{t.until(formatDateTime(locale, seal.until), formatNumber(locale, seal.no))}</summary>
      <p className="mt-2 max-w-prose text-muted">{t.note}</p>
      <p className="mt-1">
        {t.hash} <code className="text-sm break-all select-all">{seal.hash}</code>
      </p>
    </details>
  );
}
