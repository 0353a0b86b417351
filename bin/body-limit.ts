import type { IncomingMessage, ServerResponse } from 'node:http';
import { TOO_LARGE } from '../domain/result';

/** What a form may weigh; above the larger one (serverActions.bodySizeLimit in next.config.js) Next.js breaks off without a word to the user. */
const MEBIBYTE = 1024 * 1024;
const WITH_FILES = 6 * MEBIBYTE;

/** Pages whose forms carry files. */
const FILES = /^\/relief\//;

/** Handlers of the API set limits of their own. */
const OWN_LIMIT = /^\/api\//;

const sentence = (most: number) => `提交的内容超过${most / MEBIBYTE} MB，没有保存。请返回上一页，已填内容都在，删减后再提交。\nMore than ${most / MEBIBYTE} MB was sent, so nothing was saved. Go back one page: what you typed is still there. Shorten it and send it again.\n`;

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

const mostAt = (url: string | undefined): number => (FILES.test(url ?? '') ? WITH_FILES : MEBIBYTE);

/** Whether a form is larger than a server action may receive. */
export const isTooLarge = ({ method, url, headers }: Asked): boolean =>
  method === 'POST' && !OWN_LIMIT.test(url ?? '') && Number(headers['content-length']) > mostAt(url);

/** Refuses such a form in words: by a code that the page around it knows, or to a browser without script by a sentence. */
export function refusedAsTooLarge(request: Asked, response: ServerResponse): boolean {
  if (!isTooLarge(request)) return false;
  // Next.js hands a text of exactly this type to the script that sent an action.
  if (request.headers['next-action']) response.writeHead(413, { 'content-type': 'text/plain' }).end(TOO_LARGE);
  else response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8' }).end(sentence(mostAt(request.url)));
  return true;
}
