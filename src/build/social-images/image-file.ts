import { createHash } from 'node:crypto';
import manifest from '../../../package.json' with { type: 'json' };
import type { ListedStory } from '../../gallery/story.ts';
import { compose } from '../../vietnamese/compose.ts';
import { type Picture, squareOf, storyPicture } from './picture.ts';
import { sceneOf } from './scene-of.ts';

/** Versions of the renderer and the fonts: another version may draw differently. */
const drawnBy = [
  manifest.dependencies['@takumi-rs/core'],
  manifest.dependencies['@expo-google-fonts/be-vietnam-pro'],
];

const withBytes = (_: string, value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

const shortDigest = (value: unknown): string =>
  createHash('sha256')
    .update(compose(JSON.stringify(value, withBytes)))
    .digest('hex')
    .slice(0, 8);

/** Titles for each letter size of the scene, and one longer than all of them. */
const titles = [10, 50, 100, 150, 200, 300, 500].map((length) => 'Mô hình '.repeat(length / 8).trim());

/** Sample pictures that together have every part of a scene. */
const specimens = titles.flatMap((title): Picture[] =>
  [null, 'Bằng khen'].map((honour) => ({
    figure: honour === null ? '1.240 → 655 m³' : null,
    label: honour === null ? 'Lượng nước (tự khai)' : null,
    ...{ id: '', seed: title, threads: ['so', 'xanh'], kind: 'Mô hình', who: honour ?? '', title, honour },
    photo: null,
    sample: honour === null,
  })),
);

/** Digest of how pictures are drawn. It changes with the scene and with the versions of the renderer. */
const manner = shortDigest([
  drawnBy,
  [...specimens, ...specimens.map(squareOf)].map((picture) => sceneOf(picture, null, 1).tree),
]);

/** File name of a picture without `.png`: `mh-0001-1a2b3c4d`. The name changes whenever the image would. */
export const imageName = (picture: Picture): string => `${picture.id}-${shortDigest([manner, picture])}`;

/** The address of a picture on the site. */
export const imagePath = (picture: Picture): string => `/anh/${imageName(picture)}.png`;

/** The address of the social image of a story. */
export const storyImage = (story: ListedStory): string => imagePath(storyPicture(story));

/** The alternative text of a picture. */
export const imageAlt = ({ kind, who, title, figure, label, sample }: Picture): string => {
  const result = figure && label ? `${label}: ${figure}` : figure;
  return compose([sample ? 'Dữ liệu minh họa' : '', kind, who, title, result].filter(Boolean).join(' – '));
};
