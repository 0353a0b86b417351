import { formatDate, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { VisitFormFacts } from '../queries/visit-form';

/** What the household already asked for: to be followed up, not typed again. */
export function KnownDemands({ locale, demands }: { locale: Locale; demands: VisitFormFacts['demands'] }) {
  const { form: t, demands: d } = messages(locale).visits;
  if (demands.length === 0) return null;
  return (
    <div className="mb-4 border-s-4 border-yellow bg-yellow-wash px-3 py-2">
      <h2 className="font-medium">{t.known}</h2>
      <ul>
        {demands.map(({ kind, text, raisedOn, promise, dueOn }) => (
          <li key={`${raisedOn} ${kind} ${text}`}>
            {d.kinds[kind]} {text} <span className="text-muted">{t.raisedOn(formatDate(locale, raisedOn))}</span> {promise && dueOn && t.promised(promise, formatDate(locale, dueOn))}
          </li>
        ))}
      </ul>
    </div>
  );
}
