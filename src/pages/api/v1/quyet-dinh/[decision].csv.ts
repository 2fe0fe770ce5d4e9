import type { APIRoute } from 'astro';
import { type AwardDecision, decisionLists, decisionRows } from '../../../../gallery/honours/decisions.ts';
import { publishedStories } from '../../../../gallery/published.ts';
import { writeCsv } from '../../../../platform/spreadsheet/csv.ts';

export const getStaticPaths = async () =>
  decisionLists(await publishedStories()).map((decision) => ({
    params: { decision: decision.id },
    props: { decision },
  }));

/** The public honours of a decision as a table. */
export const GET: APIRoute<{ decision: AwardDecision }> = ({ props, site, url }) =>
  new Response(writeCsv(decisionRows(props.decision, (site ?? url).href)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
