import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { EVIDENCE_BYTES, evidenceFile } from './evidence-file';

const picture = (width = 8, height = 8) => sharp({ create: { width, height, channels: 3, background: '#c1102a' } });
const kept = async (bytes: Buffer) => {
  const file = await evidenceFile(bytes);
  if (typeof file === 'string') throw new Error(file);
  return file;
};

describe('an evidence file', () => {
  it('loses what the camera wrote about place and owner', async () => {
    const taken = await picture().jpeg().withExif({ IFD0: { Artist: 'somebody', Copyright: '510823' }, IFD3: { GPSLatitude: '32/1 0/1 0/1' } }).toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const { type, content } = await kept(taken);
    const { exif, icc, xmp, iptc, format } = await sharp(content).metadata();
    expect({ type, format, exif, icc, xmp, iptc }).toEqual({ type: 'image/jpeg', format: 'jpeg', exif: undefined, icc: undefined, xmp: undefined, iptc: undefined });
    expect(content.includes('somebody')).toBe(false);
  });

  it('is upright and no larger than a screen needs', async () => {
    const turned = await picture(3000, 1000).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { width, height } = await sharp((await kept(turned)).content).metadata();
    expect([width, height]).toEqual([533, 1600]);
  });

  it('may be a PNG, which becomes a JPEG, or a PDF, which stays as it is', async () => {
    expect((await kept(await picture().png().toBuffer())).type).toBe('image/jpeg');
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj\nendobj\ntrailer\n%%EOF\n');
    expect(await kept(pdf)).toEqual({ type: 'application/pdf', content: pdf });
  });

  it.each([
    ['a script that calls itself a picture', Buffer.from('<script>alert(1)</script>'), 'file-type'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-type'],
    ['an archive', Buffer.from([0x50, 0x4b, 3, 4]), 'file-type'],
    ['nothing', Buffer.alloc(0), 'file-type'],
    ['half a PDF', Buffer.from('%PDF-1.4 and no end'), 'file-type'],
    ['the head of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'file-broken'],
    ['more than 5 MB', Buffer.alloc(EVIDENCE_BYTES + 1), 'file-large'],
  ])('is refused when it is %s', async (_, bytes, problem) => {
    expect(await evidenceFile(bytes)).toBe(problem);
  });

  it('is refused when it would unpack to more than a picture needs', async () => {
    const bomb = await picture(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(EVIDENCE_BYTES);
    expect(await evidenceFile(bomb)).toBe('file-broken');
  });
});
