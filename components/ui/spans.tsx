export type Span = { key: string; label: string; /** What is said of it, e.g. its dates. */ text: string; from: string; /** The day after its last; null while it lasts. */ to: string | null; strong?: boolean };

export type SpansProps = { spans: Span[]; from: string; to: string; /** A stretch of days that is looked at. */ mark?: { from: string; to: string } | null };

const DAY = 86_400_000;
const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;

/** Spans of days on one scale, each under its words: who followed whom, and where nobody was. The words say all that the bars show. */
export function Spans({ spans, from, to, mark }: SpansProps) {
  const length = Math.max(1, days(to) - days(from));
  const at = (day: string) => Math.min(100, Math.max(0, ((days(day) - days(from)) / length) * 100));
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) }, (_, no) => `${Number(from.slice(0, 4)) + no + 1}-01-01`);
  return (
    <ol>
      {spans.map(({ key, label, text, from: since, to: until, strong }) => {
        const [x, end] = [at(since), at(until ?? to)];
        return (
          <li key={key} className="grid gap-x-4 border-b border-line py-1.5 sm:grid-cols-[16rem_1fr] sm:items-center">
            <span className={`min-w-0 ${strong ? 'font-semibold' : ''}`}>
              {label} <span className="block text-sm font-normal text-muted">{text}</span>
            </span>
            <svg aria-hidden="true" width="100%" height="20" className="bg-wash">
              {years.map((year) => <rect key={year} x={`${at(year)}%`} width="1" height="100%" className="fill-line-strong" />)}
              {mark && <rect x={`${at(mark.from)}%`} width={`${Math.max(0.6, at(mark.to) - at(mark.from))}%`} height="100%" className="fill-yellow-wash" />}
              <rect x={`${x}%`} y="5" width={`${Math.max(0.4, end - x)}%`} height="10" className={strong ? 'fill-ink' : 'fill-cool-5'} />
            </svg>
          </li>
        );
      })}
    </ol>
  );
}
