import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { draw } from '../../build/social-images/draw.ts';
import { imageName } from '../../build/social-images/image-file.ts';
import { pagePictures, storyPicture } from '../../build/social-images/picture.ts';
import { photoPixels } from '../../build/social-images/photo-pixels.ts';
import { scene } from '../../build/social-images/scene.ts';
import { cachedPhoto } from '../../gallery/photos/cache.ts';
import { publishedStories } from '../../gallery/published.ts';

/** The social images: one of each story, and those that other pages share. Images of the last build are reused. */
export async function getStaticPaths() {
  const pictures = [...pagePictures, ...(await publishedStories()).map(storyPicture)];
  return pictures.map((picture) => {
    const image = imageName(picture);
    return { params: { image }, props: { picture }, cacheKey: image };
  });
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { picture } }) => {
  const photo = picture.photo && (await photoPixels(cachedPhoto(picture.photo, '4x3')));
  return new Response(await draw(scene(picture, photo || null)));
};
