import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { adopterCounts } from '../../gallery/adoptions/ui/adoptions-of.ts';
import { publishedStories } from '../../gallery/published.ts';
import { buildStoryIndex } from '../../gallery/search/server/build-index.ts';

/** The files of the index of stories that the gallery's search loads. */
export async function getStaticPaths() {
  const files = buildStoryIndex(await publishedStories(), await adopterCounts());
  return [...files].map(([file, bytes]) => ({ params: { file }, props: { bytes } }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => new Response(new Uint8Array(props.bytes));
