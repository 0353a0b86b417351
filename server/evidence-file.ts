import 'server-only';
import sharp from 'sharp';

/** Bytes a file may have when it arrives. */
export const EVIDENCE_BYTES = 5 * 1024 * 1024;
/** Longest side a picture is kept with. */
const SIDE = 1_600;
/** A picture that unpacks to more is refused before it is decoded. */
const PIXELS = 50_000_000;

export type EvidenceProblem = 'file-type' | 'file-broken' | 'file-large';
export type EvidenceFile = { readonly type: 'image/jpeg' | 'application/pdf'; readonly content: Buffer };

/**
 * What is kept of an uploaded file. Its kind is read from its bytes, never from its name. A picture is decoded, turned upright and
 * encoded anew: what the camera wrote about place and owner does not survive. A PDF is kept as it came and only ever downloaded.
 */
export async function evidenceFile(bytes: Buffer): Promise<EvidenceFile | EvidenceProblem> {
  if (bytes.length > EVIDENCE_BYTES) return 'file-large';
  if (isPdf(bytes)) return { type: 'application/pdf', content: bytes };
  if (!isJpeg(bytes) && !isPng(bytes)) return 'file-type';
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXELS, failOn: 'error', sequentialRead: true });
    const content = await picture.rotate().resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 }).timeout({ seconds: 10 }).toBuffer();
    return { type: 'image/jpeg', content };
  } catch {
    return 'file-broken';
  }
}

const startsWith = (bytes: Buffer, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);
const isJpeg = (bytes: Buffer): boolean => startsWith(bytes, 0xff, 0xd8, 0xff);
const isPng = (bytes: Buffer): boolean => startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Begins as a PDF and ends as one: the end mark stands in the last kilobyte. */
const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-1_024).includes('%%EOF');

/** What every kept file says of itself: it is nobody's to guess at, to run or to keep. */
const kept = (type: EvidenceFile['type'], content: Buffer, more: Record<string, string> = {}): Response =>
  new Response(new Uint8Array(content), {
    headers: {
      'content-type': type,
      'content-length': String(content.length),
      ...more,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });

/** A kept picture as an answer. */
export const answerPicture = (content: Buffer): Response => kept('image/jpeg', content);

/** A kept file as an answer. A picture opens; a PDF is only ever downloaded. */
export function answerFile({ name, type, content }: EvidenceFile & { readonly name: string }): Response {
  const manner = type === 'image/jpeg' ? 'inline' : 'attachment';
  const plain = type === 'image/jpeg' ? 'evidence.jpg' : 'evidence.pdf';
  return kept(type, content, { 'content-disposition': `${manner}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}` });
}
