import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { cachedPhoto } from '../../gallery/photos/cache.ts';
import { cropFiles, photoFiles } from '../../gallery/photos/photo-files.ts';
import { publishedStories } from '../../gallery/published.ts';

// Only pictures of public stories, because they come from the same list as the pages.
export const getStaticPaths = (async () => {
  const stories = await publishedStories();
  return stories.flatMap(({ id, photo }) => {
    if (!photo) return [];
    const sizes = photoFiles(id, photo).map(({ name, width }) => ({ name, size: width }));
    const cuts = cropFiles(id, photo).map(({ file, crop }) => ({ name: file, size: crop }));
    return [...sizes, ...cuts].map(({ name, size }) => ({
      params: { file: name },
      props: { cached: cachedPhoto(photo.digest, size) },
    }));
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ cached: string }> = async ({ props }) =>
  new Response(new Uint8Array(await readFile(props.cached)), { headers: { 'content-type': 'image/jpeg' } });
