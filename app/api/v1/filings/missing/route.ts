import { missingFilers } from '@/features/checklists/queries/missing-filers';
import { answering, grounded, readQuery } from '@/server/api';
import { askedGround } from '@/server/ground';
import { missingQuery } from '../../schemas';

/** GET /api/v1/filings/missing: who has not filed a month's checklist, by name. */
export const GET = answering('checklists.view', async (viewer, query) => {
  const { kind, page, asOf, ...asked } = readQuery(missingQuery, query);
  const { area, month } = grounded(await askedGround(viewer, asked));
  const { rows, total } = await missingFilers(viewer, area, month, page, kind ?? null, asOf);
  return { month, total, rows: rows.map(({ id, filer, kind: of, division, line, place, post, state }) => ({ checklist: id, filer, kind: of, division, line, place, post, state })) };
});
