import type { Story } from '../../gallery/story.ts';
import type { Clause } from '../../plan/clauses.ts';
import type { PublishedPlan } from '../../progress/coverage/published-plans.ts';
import type { SearchDoc } from '../../search/doc.ts';
import { fillSlots } from '../../vocabulary/slots.ts';
import { called, pageDocs } from './page-docs.ts';
import { planDocs } from './plan-docs.ts';
import { storyListDocs } from './story-list-docs.ts';
import { unitDocs } from './unit-docs.ts';
import { unitPlanDocs } from './unit-plan-docs.ts';

/** A document with the owner's words in its slots. */
const filled = (doc: SearchDoc): SearchDoc => ({
  ...doc,
  title: fillSlots(doc.title),
  summary: fillSlots(doc.summary),
  text: fillSlots(doc.text),
});

/** All that the site's own index holds. */
export function siteDocs(
  clauses: readonly Clause[],
  stories: readonly Story[],
  answers: readonly SearchDoc[],
  unitPlans: readonly PublishedPlan[] = [],
): SearchDoc[] {
  const storiesOf = new Map<string, number>();
  for (const { unitCode } of stories)
    if (unitCode) storiesOf.set(unitCode, (storiesOf.get(unitCode) ?? 0) + 1);
  return [
    ...answers,
    ...pageDocs(),
    ...planDocs(clauses, called),
    ...unitDocs(storiesOf),
    ...storyListDocs(stories),
    ...unitPlanDocs(unitPlans),
  ].map(filled);
}
