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

/** The files of a story's picture, smallest first; a single file where the picture is small. */
export function photoFiles(
  id: Story['id'],
  { digest, width }: Photo,
): [small: PhotoFile, ...larger: PhotoFile[]] {
  const file = (each: number): PhotoFile => {
    const name = `${id}-${digest.slice(0, 8)}-${each}`;
    return { name, path: `/anh/${name}.jpg`, width: each };
  };
  return width > smallWidth ? [file(smallWidth), file(width)] : [file(width)];
}
