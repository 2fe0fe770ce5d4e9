import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { cachedPhoto } from '../../gallery/photos/cache.ts';
import { photoFiles } from '../../gallery/photos/photo-files.ts';
import { publishedStories } from '../../gallery/published.ts';

// Only pictures of public stories, because they come from the same list as the pages.
export const getStaticPaths = (async () => {
  const stories = await publishedStories();
  return stories.flatMap(({ id, photo }) =>
    photo
      ? photoFiles(id, photo).map(({ name, width }) => ({
          params: { file: name },
          props: { cached: cachedPhoto(photo.digest, width) },
        }))
      : [],
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ cached: string }> = async ({ props }) =>
  new Response(new Uint8Array(await readFile(props.cached)), { headers: { 'content-type': 'image/jpeg' } });
