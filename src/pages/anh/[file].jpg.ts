import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { cachedPhoto } from '../../gallery/photos/cache.ts';
import { creditedPhoto } from '../../gallery/photos/credited-photo.ts';
import { cropFiles, photoFiles } from '../../gallery/photos/photo-files.ts';
import { publishedStories } from '../../gallery/published.ts';

// Only pictures of public stories, because they come from the same list as the pages.
export const getStaticPaths = (async () => {
  const stories = await publishedStories();
  return stories.flatMap(({ id, photo }) => {
    if (!photo) return [];
    const sizes = photoFiles(id, photo).map(({ name, width }) => ({ name, size: width, credit: null }));
    const cuts = cropFiles(id, photo).map(({ file, crop }) => ({
      name: file,
      size: crop,
      credit: { id, photo },
    }));
    return [...sizes, ...cuts].map(({ name, size, credit }) => ({
      params: { file: name },
      props: { cached: cachedPhoto(photo.digest, size), credit },
    }));
  });
}) satisfies GetStaticPaths;

interface Props {
  cached: string;
  /** Of a crop, which the press downloads: its credit goes with it. Pages say it beside the picture. */
  credit: Omit<Parameters<typeof creditedPhoto>[1], 'origin'> | null;
}

export const GET: APIRoute<Props> = async ({ props: { cached, credit }, site, url }) => {
  const bytes = new Uint8Array(await readFile(cached));
  const body = credit ? creditedPhoto(bytes, { ...credit, origin: (site ?? url).href }) : bytes;
  return new Response(body, { headers: { 'content-type': 'image/jpeg' } });
};
