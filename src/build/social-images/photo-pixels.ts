import sharp from 'sharp';
import type { Pixels } from './pattern-pixels.ts';
import { sideSize } from './scene.ts';

/** The part of a picture that draws attention, in the size of the side of a social image. Throws where the file is no picture. */
export async function photoPixels(file: string): Promise<Pixels> {
  const cut = sharp(file).resize({ ...sideSize, fit: 'cover', position: sharp.strategy.attention });
  const { data, info } = await cut.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}
