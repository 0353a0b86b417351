'use client';

/** A picture larger than this is made smaller before it goes over a weak line; the server does the same with what arrives. */
const SHRINK_BYTES = 1_000_000;
const SIDE = 1_600;

/** Puts smaller pictures into a file field in the place of those just chosen: they travel with the form, by themselves. Returns what is in it now. */
export async function keepSmaller(input: HTMLInputElement): Promise<File[]> {
  const files = await Promise.all([...(input.files ?? [])].map(async (file) => {
    const picture = await smaller(file);
    return picture === file ? file : new File([picture], file.name, { type: picture.type });
  }));
  const kept = new DataTransfer();
  for (const file of files) kept.items.add(file);
  input.files = kept.files;
  return files;
}

/** The picture at the size it will be kept in; the file itself when it is small, no picture, or this browser cannot. */
export async function smaller(file: Blob): Promise<Blob> {
  if (file.size < SHRINK_BYTES || !file.type.startsWith('image/')) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  } catch {
    return file;
  }
}
