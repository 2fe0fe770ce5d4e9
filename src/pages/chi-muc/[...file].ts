import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { readLiveCollection } from '../../gallery/live-collection.ts';
import { publishedStories } from '../../gallery/published.ts';
import { buildStoryIndex } from '../../gallery/search/server/build-index.ts';
import { allAnswers } from '../../plan/answers/answers.ts';
import { planClauses } from '../../plan/content.ts';
import { publishedPlans } from '../../progress/coverage/published-plans.ts';
import { builtCoverage } from '../../progress/coverage/read-coverage.ts';
import { writeDocs } from '../../search/doc.ts';
import { docFiles } from '../../search/document-engine.ts';
import { answerDocs, askedDocs } from '../../site/search/answer-docs.ts';
import { siteDocs } from '../../site/search/site-docs.ts';

/** The files of the search: the site's own documents, and the index of stories. */
export async function getStaticPaths() {
  const stories = await publishedStories();
  const asked = [...answerDocs(await allAnswers()), ...askedDocs(await readLiveCollection('publicAnswers'))];
  const plans = publishedPlans((await builtCoverage()).filings);
  const docs = siteDocs(await planClauses(), stories, asked, plans);
  const files = [...buildStoryIndex(stories), [docFiles.docs, writeDocs(docs)] as const];
  return files.map(([file, bytes]) => ({ params: { file }, props: { bytes } }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { bytes } }) =>
  new Response(typeof bytes === 'string' ? bytes : new Uint8Array(bytes));
