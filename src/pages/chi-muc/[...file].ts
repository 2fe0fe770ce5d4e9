import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { adopterCounts } from '../../components/adoptions/adoptions-of.ts';
import { publishedStories } from '../../published-stories.ts';
import { buildStoryIndex } from '../../search/stories/build-index.ts';

/** The files of the index of stories that the gallery's search loads. A build writes them itself (src/search/integration.ts). */
export async function getStaticPaths() {
  const files = buildStoryIndex(await publishedStories(), await adopterCounts());
  if (globalThis.storyIndexFiles !== undefined) {
    globalThis.storyIndexFiles = files;
    return [];
  }
  return [...files].map(([file, bytes]) => ({ params: { file }, props: { bytes } }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => new Response(new Uint8Array(props.bytes));
