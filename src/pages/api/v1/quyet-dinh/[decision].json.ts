import type { APIRoute } from 'astro';
import { type AwardDecision, decisionLists } from '../../../../gallery/honours/decisions.ts';
import { readLiveCollection } from '../../../../gallery/live-collection.ts';
import { publishedStories } from '../../../../gallery/published.ts';

export const getStaticPaths = async () =>
  decisionLists(await publishedStories()).map((decision) => ({
    params: { decision: decision.id },
    props: { decision },
  }));

/** The public honours of a decision, each with the signed statement that proves it without this site. */
export const GET: APIRoute<{ decision: AwardDecision }> = async ({ props: { decision } }) => {
  const { number, date, body, honours } = decision;
  const ids = new Set(honours.map(({ id }) => id));
  const signed = (await readLiveCollection('honours')).filter(({ id }) => ids.has(id));
  return Response.json({ number, date, body, total: honours.length, honours: signed });
};
