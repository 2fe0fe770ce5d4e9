import { compose } from '../../vietnamese/compose.ts';
import { createHash } from 'node:crypto';
import manifest from '../../../package.json' with { type: 'json' };
import type { Picture } from './picture.ts';
import { scene } from './scene.ts';

/** What draws: another version may draw otherwise. */
const drawnBy = [
  manifest.dependencies['@takumi-rs/core'],
  manifest.dependencies['@expo-google-fonts/be-vietnam-pro'],
];

const withBytes = (_: string, value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(compose(JSON.stringify(value, withBytes)))
    .digest('hex')
    .slice(0, 8);

/** Titles of every length for which the scene has a size of letters, and past the last. */
const titles = [10, 50, 100, 150, 200, 300, 500].map((length) => 'Mô hình '.repeat(length / 8).trim());

/** Pictures that between them have all that a scene can have. */
const specimens = titles.flatMap((title): Picture[] =>
  [null, 'Bằng khen'].map((honour) => ({
    ...{ id: '', seed: title, threads: ['so', 'xanh'], kind: 'Mô hình', who: honour ?? '', title, honour },
    sample: honour === null,
  })),
);

/** How pictures are drawn: another version of the scene or of what draws it gives another. */
const manner = digestOf([drawnBy, specimens.map((picture) => scene(picture, 1))]);

/** The name of a picture's file, without `.png`: it differs whenever the image would. `mh-0001-1a2b3c4d` */
export const imageName = (picture: Picture): string => `${picture.id}-${digestOf([manner, picture])}`;

/** The address of a picture on the site. */
export const imagePath = (picture: Picture): string => `/anh/${imageName(picture)}.png`;

/** A picture in words, for those who do not see it. */
export const imageAlt = ({ kind, who, title, sample }: Picture): string =>
  compose([sample ? 'Dữ liệu minh hoạ' : '', kind, who, title].filter(Boolean).join(' – '));
