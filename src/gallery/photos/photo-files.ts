import type { Story } from '../story.ts';

type Photo = NonNullable<Story['photo']>;

/** A picture of a story as the site serves it: `MH-0001-1a2b3c4d-480`, 480 pixels wide. */
export interface PhotoFile {
  name: string;
  path: string;
  width: number;
}

/** Width of the smaller file, for cards and phones. */
export const smallWidth = 480;

/** The crops that the press gets beside the whole picture: names in addresses, and the largest size in pixels. */
export const crops = [
  { id: '16x9', name: 'Ngang 16:9', width: 1200, height: 675 },
  { id: '4x3', name: 'Ngang 4:3', width: 1200, height: 900 },
  { id: '1x1', name: 'Vuông', width: 1080, height: 1080 },
] as const;

/** What the names of all files of a picture begin with: `MH-0001-1a2b3c4d`. */
export const photoStem = (id: Story['id'], { digest }: Pick<Photo, 'digest'>): string =>
  `${id}-${digest.slice(0, 8)}`;

const fileName = (id: Story['id'], photo: Pick<Photo, 'digest'>, size: string | number) =>
  `${photoStem(id, photo)}-${size}`;

/** The size in which a crop of a picture is drawn: never larger than the picture allows. */
export function cropSize(
  crop: { width: number; height: number },
  { width, height }: { width: number; height: number },
): { width: number; height: number } {
  const share = Math.min(1, width / crop.width, height / crop.height);
  return { width: Math.round(crop.width * share), height: Math.round(crop.height * share) };
}

/** The crops of a story's picture; `size` is in pixels, null where the size of the picture as it came is not known. */
export const cropFiles = (id: Story['id'], photo: Photo) =>
  crops.map((crop) => {
    const name = fileName(id, photo, crop.id);
    const size = photo.original && cropSize(crop, photo.original);
    return { crop: crop.id, name: crop.name, size, file: name, path: `/anh/${name}.jpg` };
  });

/** Address of the original as it came, answered by a function: functions/original-photos.ts. */
export const originalPath = (id: Story['id']): string => `/anh-goc/${id}.jpg`;

/** The files of a story's picture, smallest first; a single file where the picture is small. */
export function photoFiles(id: Story['id'], photo: Photo): [small: PhotoFile, ...larger: PhotoFile[]] {
  const { width } = photo;
  const file = (each: number): PhotoFile => {
    const name = fileName(id, photo, each);
    return { name, path: `/anh/${name}.jpg`, width: each };
  };
  return width > smallWidth ? [file(smallWidth), file(width)] : [file(width)];
}
