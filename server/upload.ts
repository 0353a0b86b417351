import 'server-only';

/** A form with a file, read only as far as `most` bytes: null when it is larger, or no form. */
export async function uploadedForm(request: Request, most: number): Promise<FormData | 'large' | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'large';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > most) return 'large';
    parts.push(part);
  }
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  return new Response(Buffer.concat(parts), { headers }).formData().catch(() => null);
}
