import { ailment } from '@/server/health';

export const dynamic = 'force-dynamic';

/** 200 when the database answers and is at the code's version, else 503 with the reason. */
export async function GET() {
  const reason = await ailment();
  const headers = { 'cache-control': 'no-store' };
  return reason ? Response.json({ status: 'unavailable', reason }, { status: 503, headers }) : Response.json({ status: 'ok' }, { headers });
}
