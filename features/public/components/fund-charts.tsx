import { formatMoneyCompact, formatMonth, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { FundMonth } from '../queries/read-fund';

const HEIGHT = 150;
const FOOT = 24;
const TOP = 8;

const percent = (share: number) => `${Number((share * 100).toFixed(2))}%`;

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that is not under the amount. */
function roundUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return power * ([1, 2, 2.5, 5, 10].find((times) => times * power >= most) ?? 10);
}

interface ChartProps {
  readonly locale: Locale;
  readonly months: readonly FundMonth[];
}

/** Every third month is named, so that the names have room on a phone. */
function MonthNames({ locale, months }: ChartProps) {
  return months.map(({ month }, at) => at % 3 === 1 && (
    <text key={month} x={percent((at + 0.5) / months.length)} y={HEIGHT - 4} textAnchor="middle">{formatMonth(locale, month, 'short')}</text>
  ));
}

function Axis({ locale, top }: { locale: Locale; top: number }) {
  return (
    <>
      <line className="grid" x1="0" x2="100%" y1={TOP + 0.5} y2={TOP + 0.5} />
      <line className="axis" x1="0" x2="100%" y1={HEIGHT - FOOT + 0.5} y2={HEIGHT - FOOT + 0.5} />
      <text className="top" x="0" y={TOP + 18}>{formatMoneyCompact(locale, top)}</text>
    </>
  );
}

/** Income and payments by month, side by side; the lengths are percent and pixels, so that the text keeps its size on every screen. */
export function FlowChart({ locale, months }: ChartProps) {
  const texts = messages(locale).publicSide.fund;
  const top = roundUp(Math.max(...months.flatMap(({ income, spending }) => [income, spending])));
  const bar = (fen: number) => Math.max(fen > 0 ? 1 : 0, (fen / top) * (HEIGHT - FOOT - TOP));
  return (
    <figure>
      <figcaption>{texts.incomeChart} <span className="key income">{texts.income}</span> <span className="key spending">{texts.spending}</span></figcaption>
      <svg width="100%" height={HEIGHT} role="img" aria-label={`${texts.incomeChart}. ${texts.chartNote(formatMoneyCompact(locale, top))}`}>
        <Axis locale={locale} top={top} />
        {months.map(({ month, income, spending }, at) => (['income', 'spending'] as const).map((of, side) => {
          const height = bar(of === 'income' ? income : spending);
          return <rect key={`${month} ${of}`} className={of} x={percent((at + 0.14 + side * 0.36) / months.length)} width={percent(0.34 / months.length)} y={HEIGHT - FOOT - height} height={height} />;
        }))}
        <MonthNames locale={locale} months={months} />
      </svg>
    </figure>
  );
}

/** What was available at the end of each month, against the floor. */
export function AvailableChart({ locale, months, floor }: ChartProps & { floor: number | null }) {
  const texts = messages(locale).publicSide.fund;
  const top = roundUp(Math.max(floor ?? 0, ...months.map(({ available }) => available)));
  const y = (fen: number) => Number((HEIGHT - FOOT - (Math.max(0, fen) / top) * (HEIGHT - FOOT - TOP)).toFixed(1));
  const x = (at: number) => percent((at + 0.5) / months.length);
  return (
    <figure>
      <figcaption>{texts.availableChart} {floor !== null && <span className="key floor">{texts.floorLine}</span>}</figcaption>
      <svg width="100%" height={HEIGHT} role="img" aria-label={`${texts.availableChart}. ${texts.chartNote(formatMoneyCompact(locale, top))}`}>
        <Axis locale={locale} top={top} />
        {floor !== null && <line className="floor" x1="0" x2="100%" y1={y(floor)} y2={y(floor)} />}
        {months.slice(1).map(({ month, available }, at) => <line key={month} className="trend" x1={x(at)} y1={y(months[at]?.available ?? 0)} x2={x(at + 1)} y2={y(available)} />)}
        {months.map(({ month, available }, at) => <circle key={month} className="dot" cx={x(at)} cy={y(available)} r="3" />)}
        <MonthNames locale={locale} months={months} />
      </svg>
    </figure>
  );
}
