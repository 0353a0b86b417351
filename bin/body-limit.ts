import type { IncomingMessage, ServerResponse } from 'node:http';
import { TOO_LARGE } from '../domain/result';

/** What a form may weigh; above the larger one (serverActions.bodySizeLimit in next.config.js) Next.js breaks off without a word to the user. */
const MEBIBYTE = 1024 * 1024;
const KIBIBYTE = 1024;

/** The first that fits a path counts: pages whose forms carry files; what nobody must sign in for and takes a few words. */
const LIMITS: readonly (readonly [path: RegExp, most: number])[] = [
  [/^\/relief\//, 6 * MEBIBYTE],
  [/^\/(?:api\/auth|locale)(?:[/?]|$)/, 16 * KIBIBYTE],
  // Handlers of the API read no further than limits of their own.
  [/^\/api\//, Infinity],
];

const mostAt = (url = ''): number => LIMITS.find(([path]) => path.test(url))?.[1] ?? MEBIBYTE;

const sizeOf = (most: number): string => (most < MEBIBYTE ? `${most / KIBIBYTE} KB` : `${most / MEBIBYTE} MB`);
const tooLarge = (most: number) => `提交的内容超过${sizeOf(most)}，没有保存。请返回上一页，已填内容都在，删减后再提交。\nMore than ${sizeOf(most)} was sent, so nothing was saved. Go back one page: what you typed is still there. Shorten it and send it again.\n`;
const NO_LENGTH = '请求没有写明长度，没有受理。\nThe request does not say how long it is, so it was not read.\n';

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/**
 * Why a request is not read at all: larger than its path takes (413), or of no stated length (411), which Next.js would read into memory
 * to its end, however long. Browsers always say how long a form is.
 */
export function unreadStatus({ method, url, headers }: Asked): 411 | 413 | null {
  const most = mostAt(url);
  if (method === 'GET' || method === 'HEAD' || most === Infinity) return null;
  if (headers['transfer-encoding'] !== undefined) return 411;
  return Number(headers['content-length'] ?? 0) > most ? 413 : null;
}

/** Refuses such a request in words: by a code that the page around it knows, or to a browser without script by a sentence. */
export function refusedUnread(request: Asked, response: ServerResponse): boolean {
  const status = unreadStatus(request);
  if (status === null) return false;
  // Next.js hands a text of exactly this type to the script that sent an action.
  if (status === 413 && request.headers['next-action']) response.writeHead(413, { 'content-type': 'text/plain' }).end(TOO_LARGE);
  else response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(status === 411 ? NO_LENGTH : tooLarge(mostAt(request.url)));
  return true;
}
