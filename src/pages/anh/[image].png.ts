import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { draw } from '../../build/social-images/draw.ts';
import { imageName } from '../../build/social-images/image-file.ts';
import { photoPixels } from '../../build/social-images/photo-pixels.ts';
import { pagePictures, squareOf, storyPicture } from '../../build/social-images/picture.ts';
import { sceneOf } from '../../build/social-images/scene-of.ts';
import { cachedPhoto } from '../../gallery/photos/cache.ts';
import { publishedStories } from '../../gallery/published.ts';

/**
 * The social images: one of each story, a square one where it has no photo, and those that other pages share. Images of the last
 * build are reused.
 */
export async function getStaticPaths() {
  const ofStories = (await publishedStories()).map(storyPicture);
  const squares = ofStories.filter(({ photo }) => photo === null).map(squareOf);
  const pictures = [...pagePictures, ...ofStories, ...squares];
  return pictures.map((picture) => {
    const image = imageName(picture);
    return { params: { image }, props: { picture }, cacheKey: image };
  });
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { picture } }) => {
  const photo = picture.photo && (await photoPixels(cachedPhoto(picture.photo, '4x3')));
  return new Response(await draw(sceneOf(picture, photo || null)));
};
