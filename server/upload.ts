import 'server-only';

/** A form with a file, read only as far as `most` bytes: null when it is no form. */
export async function uploadedForm(request: Request, most: number): Promise<FormData | 'large' | null> {
  const bytes = await uploadedBytes(request, most);
  if (bytes === 'large') return 'large';
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  return new Response(new Uint8Array(bytes), { headers }).formData().catch(() => null);
}

/** A text, read only as far as `most` bytes; null when it is longer. */
export async function uploadedText(request: Request, most: number): Promise<string | null> {
  const bytes = await uploadedBytes(request, most);
  return bytes === 'large' ? null : bytes.toString('utf8');
}

async function uploadedBytes(request: Request, most: number): Promise<Buffer | 'large'> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'large';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > most) return 'large';
    parts.push(part);
  }
  return Buffer.concat(parts);
}
