import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { readGroundName } from '@/features/command/queries/ground';
import { rowsAsCsv } from '@/features/indicators/export';
import { isIndicator } from '@/domain/indicators';
import { messages } from '@/messages/locale';
import { requestAddress } from '@/server/address';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { isOwnOrigin } from '@/server/origin';
import { allow, currentViewer } from '@/server/viewer';

/** POST /indicators/ID/export: the rows behind a figure as a spreadsheet; recorded, watermarked. */
export async function POST(request: Request, { params }: RouteContext<'/indicators/[id]/export'>): Promise<Response> {
  if (!isOwnOrigin(await headers())) return new Response(null, { status: 403 });
  const viewer = await currentViewer();
  allow(viewer, 'indicators.export');
  const { id } = await params;
  if (!isIndicator(id)) notFound();
  const { filter, area, problems, today } = await pageFilter(viewer, Object.fromEntries(new URL(request.url).searchParams));
  if (problems.length > 0) notFound();
  const locale = await currentLocale();
  const { indicators } = messages(locale);
  const { month, division, reading } = filter;
  const place = (await readGroundName(viewer, filter)) ?? indicators.everywhere;
  const chunks = await rowsAsCsv(viewer, { id, area, division, place, month, reading, locale, today, address: await requestAddress() });
  return new Response(chunks.join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${id}-${month}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
