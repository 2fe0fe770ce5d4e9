import { createHash } from 'node:crypto';
import manifest from '../../package.json' with { type: 'json' };
import type { Picture } from './picture.ts';
import { scene } from './scene.ts';

/** What draws: another version may draw otherwise. */
const drawnBy = [
  manifest.dependencies['@takumi-rs/core'],
  manifest.dependencies['@expo-google-fonts/be-vietnam-pro'],
];

const names = new WeakMap<Picture, string>();

const withBytes = (_: string, value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

function digestOf(picture: Picture): string {
  const drawn = JSON.stringify([drawnBy, scene(picture, 1)], withBytes);
  return createHash('sha256').update(drawn).digest('hex').slice(0, 8);
}

/** The name of a picture's file, without `.png`: it differs whenever the image would. `mh-0001-1a2b3c4d` */
export function imageName(picture: Picture): string {
  const name = names.get(picture) ?? `${picture.id}-${digestOf(picture)}`;
  names.set(picture, name);
  return name;
}

/** The address of a picture on the site. */
export const imagePath = (picture: Picture): string => `/anh/${imageName(picture)}.png`;

/** A picture in words, for those who do not see it. */
export const imageAlt = ({ kind, who, title, sample }: Picture): string =>
  [sample ? 'Dữ liệu minh hoạ' : '', kind, who, title].filter(Boolean).join(' – ').normalize('NFC');
