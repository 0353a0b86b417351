import 'server-only';
import { connection } from 'next/server';
import type { z } from 'zod';
import { may, type Right } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';
import type { GroundProblem } from './ground';
import { viewerOrNull } from './viewer';

export type ApiCode = 'malformed' | 'out-of-range' | 'unknown' | 'signed-out' | 'not-found';

const STATUS = { malformed: 400, 'out-of-range': 400, unknown: 404, 'not-found': 404, 'signed-out': 401 } as const satisfies Record<ApiCode, number>;

/** Why a call of the API has no answer. The sentence is for the programmer, in English; the code is what a program relies on. */
export class ApiProblem extends Error {
  constructor(
    readonly code: ApiCode,
    message: string,
    readonly field: string | null = null,
  ) {
    super(message);
    this.name = 'ApiProblem';
  }
}

/** A GET of the API: who asks, with which right, then the answer as JSON, or `{error: {code, message, field}}`. */
export const answering = (right: Right, answer: (viewer: Viewer, query: URLSearchParams) => Promise<unknown>) => async (request: Request): Promise<Response> => {
  await connection();
  try {
    const viewer = await viewerOrNull();
    if (!viewer) throw new ApiProblem('signed-out', 'Sign in first: the session cookie is missing or has ended.');
    if (!may(viewer, right)) throw new ApiProblem('not-found', 'There is nothing here for this account.');
    return json(await answer(viewer, new URL(request.url).searchParams), 200);
  } catch (failure) {
    if (!(failure instanceof ApiProblem)) throw failure;
    const { code, message, field } = failure;
    return json({ error: { code, message, field } }, STATUS[code]);
  }
};

const SENTENCES = { unknown: 'There is no such place for this account.', 'out-of-range': 'The books have no such month: they run from 2014-01 to the running month.' };

/** What the ground asked for has to say, or why there is none. */
export function grounded<Found extends object>(found: Found | GroundProblem): Found {
  if ('problem' in found) throw new ApiProblem(found.problem, SENTENCES[found.problem], found.field);
  return found;
}

/** The query string read by a schema; a parameter given twice or not understood is refused by name. */
export function readQuery<Schema extends z.ZodType>(schema: Schema, query: URLSearchParams): z.output<Schema> {
  for (const name of new Set(query.keys())) {
    if (query.getAll(name).length > 1) throw new ApiProblem('malformed', `The parameter ${name} is given more than once.`, name);
  }
  const parsed = schema.safeParse(Object.fromEntries(query));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') || null;
  throw new ApiProblem('malformed', `${field ?? 'The query'}: ${issue?.message ?? 'not understood'}.`, field);
}

const json = (body: unknown, status: number): Response => Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } });
