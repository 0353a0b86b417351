const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A picture of one pixel to hand in under this name. */
export const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: PICTURE });
