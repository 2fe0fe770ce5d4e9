import sharp, { type Sharp } from 'sharp';
import { smallWidth } from './photo-files.ts';

/** A picture ready for the site: upright, without metadata, which may tell where and by whom it was taken. */
export interface Drawn {
  /** Of the larger file. */
  width: number;
  height: number;
  /** JPEG files by their width: old phones show them, and a newspaper can print them. */
  files: { width: number; bytes: Buffer }[];
}

const large = { width: 1200, height: 1600 } as const;
/** A picture with more pixels is broken or an attack. */
const limitInputPixels = 100_000_000;

const jpeg = (picture: Sharp) => picture.flatten({ background: '#fff' }).jpeg({ mozjpeg: true, quality: 76 });

/** Draws the sizes of a picture; null when the file cannot be read. sharp leaves EXIF, GPS and colour profiles out. */
export async function drawPhoto(file: Buffer): Promise<Drawn | null> {
  const upright = () => sharp(file, { limitInputPixels, failOn: 'error' }).autoOrient();
  try {
    const { data, info } = await jpeg(
      upright().resize({ ...large, fit: 'inside', withoutEnlargement: true }),
    ).toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    const files = [{ width, bytes: data }];
    if (width > smallWidth)
      files.unshift({ width: smallWidth, bytes: await jpeg(upright().resize(smallWidth)).toBuffer() });
    return { width, height, files };
  } catch {
    return null;
  }
}
