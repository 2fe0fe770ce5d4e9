import type { APIRoute, GetStaticPaths } from 'astro';
import { publishedStories } from '../../published-stories.ts';
import { imageName } from '../../social/image-file.ts';
import { keptImage } from '../../social/kept-images.ts';
import { type Picture, sitePictures, storyPicture } from '../../social/picture.ts';

export const getStaticPaths = (async () => {
  const ofStories = (await publishedStories()).map(storyPicture);
  return [...sitePictures, ...ofStories].map((picture) => ({
    params: { name: imageName(picture) },
    props: { picture },
  }));
}) satisfies GetStaticPaths;

/** What other sites show where a page is linked. */
export const GET: APIRoute<{ picture: Picture }> = async ({ props }) =>
  new Response(await keptImage(props.picture), { headers: { 'Content-Type': 'image/png' } });
