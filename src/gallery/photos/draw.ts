import sharp, { type Sharp } from 'sharp';
import type { Story } from '../story.ts';
import { cropSize, crops, smallWidth } from './photo-files.ts';

/** A picture ready for the site: upright, without metadata, which may tell where and by whom it was taken. */
export interface Drawn {
  /** Of the larger file. */
  width: number;
  height: number;
  /** JPEG files by their width: old phones show them. */
  files: { size: number; bytes: Buffer }[];
  /** JPEG files by the names of `crops`, for the press. */
  crops: { size: string; bytes: Buffer }[];
  /** See `originalSchema`. */
  original: NonNullable<Story['photo']>['original'];
}

const large = { width: 1200, height: 1600 } as const;
/** A picture with more pixels is broken or an attack. */
const limitInputPixels = 100_000_000;

const jpeg = (picture: Sharp) => picture.flatten({ background: '#fff' }).jpeg({ mozjpeg: true, quality: 76 });

/** Draws the crops; none is larger than the picture allows. sharp keeps the part that draws attention. */
async function drawCrops(upright: () => Sharp, { width, height }: { width: number; height: number }) {
  const drawn: Drawn['crops'] = [];
  for (const crop of crops) {
    const cut = upright().resize({
      ...cropSize(crop, { width, height }),
      fit: 'cover',
      position: sharp.strategy.attention,
    });
    const bytes = await cut.flatten({ background: '#fff' }).jpeg({ quality: 85 }).toBuffer();
    drawn.push({ size: crop.id, bytes });
  }
  return drawn;
}

/** Draws the sizes of a picture; null when the file cannot be read. sharp leaves EXIF, GPS and colour profiles out. */
export async function drawPhoto(file: Buffer): Promise<Drawn | null> {
  const upright = () => sharp(file, { limitInputPixels, failOn: 'error' }).autoOrient();
  try {
    const { data, info } = await jpeg(
      upright().resize({ ...large, fit: 'inside', withoutEnlargement: true }),
    ).toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    const files = [{ size: width, bytes: data }];
    if (width > smallWidth)
      files.unshift({ size: smallWidth, bytes: await jpeg(upright().resize(smallWidth)).toBuffer() });
    const { format, autoOrient } = await sharp(file).metadata();
    const original = format === 'jpeg' ? { ...autoOrient, bytes: file.byteLength } : null;
    return { width, height, files, crops: await drawCrops(upright, autoOrient), original };
  } catch {
    return null;
  }
}
