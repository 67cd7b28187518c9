import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

interface Palette {
  width: number;
  height: number;
  /** RGB triples, at most 256. */
  colours: number[];
  /** One palette index a pixel, base64. */
  indices: string;
}

/**
 * A screenshot as a PNG of at most 256 colours, about a third of the size. Rare shades of anti-aliased letters go to the
 * nearest common colour.
 * @param page any page: its canvas decodes the image
 */
export async function smallPng(page: Page, png: Buffer): Promise<Buffer> {
  // The runner's compiler names functions by a helper that the browser does not have.
  await page.evaluate('globalThis.__name ??= (named) => named');
  const { width, height, colours, indices } = await page.evaluate(reduce, png.toString('base64'));
  const pixels = Buffer.from(indices, 'base64');
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) pixels.copy(rows, row * (width + 1) + 1, row * width, (row + 1) * width);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, colours from a palette, default compression, filter and interlacing (PNG, third edition, 11.2.1)
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** Runs in the browser. */
async function reduce(base64: string): Promise<Palette> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const counts = new Map<number, number>();
  const colourAt = (pixel: number): number => ((data[pixel * 4] ?? 0) << 16) | ((data[pixel * 4 + 1] ?? 0) << 8) | (data[pixel * 4 + 2] ?? 0);
  for (let pixel = 0; pixel < width * height; pixel += 1) counts.set(colourAt(pixel), (counts.get(colourAt(pixel)) ?? 0) + 1);
  const palette = [...counts].sort(([, a], [, b]) => b - a).slice(0, 256).map(([colour]) => colour);
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  const distance = (a: number, b: number): number => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
  const indexOf = (colour: number): number => {
    const known = nearest.get(colour);
    if (known !== undefined) return known;
    let best = 0;
    for (let index = 1; index < palette.length; index += 1) if (distance(colour, palette[index] ?? 0) < distance(colour, palette[best] ?? 0)) best = index;
    nearest.set(colour, best);
    return best;
  };
  let indices = '';
  for (let pixel = 0; pixel < width * height; pixel += 1) indices += String.fromCharCode(indexOf(colourAt(pixel)));
  return { width, height, colours: palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]), indices: btoa(indices) };
}
