import { type Story, storyKindNames } from '../story.ts';
import { awardForms, criteria, criteriaGroups, occasions, strands } from '../../vocabulary/taxonomy.ts';
import { site } from '../../vocabulary/site.ts';
import type { OpenDocument, OpenStory } from './open-document.ts';

const named = (list: readonly { id: string; name: string }[]): Record<string, string> =>
  Object.fromEntries(list.map(({ id, name }) => [id, name]));

const record = (story: Story, origin: URL): OpenStory => ({
  id: story.id,
  address: new URL(`/dien-hinh/${story.slug}/`, origin).href,
  kind: story.kind,
  name: story.name,
  summary: story.summary,
  unitCode: story.unitCode,
  unitName: story.unitName,
  strands: story.strands,
  criteriaGroup: story.criteriaGroup,
  clauses: story.clauses,
  year: story.year,
  occasion: story.occasion,
  awardForm: story.awardForm,
  decisionNumber: story.decisionNumber,
  decisionDate: story.decisionDate,
  decisionBody: story.decisionBody,
  publishedAt: story.publishedAt,
  changedAt: story.changedAt,
  sample: story.sample,
});

/** All stories as public data, in the order given. */
export function openDocument(stories: readonly Story[], origin: URL, now: Date): OpenDocument {
  const page = new URL('/dien-hinh/', origin).href;
  return {
    title: `${site.name}: điển hình`,
    publisher: site.owner,
    credit: `Khi dùng lại, xin ghi nguồn: ${site.owner}, ${site.name}, ${page}`,
    address: page,
    generatedAt: now.toISOString(),
    total: stories.length,
    terms: {
      kind: storyKindNames,
      strands: named(strands),
      criteriaGroup: named(criteriaGroups),
      clauses: named([...strands, ...criteria]),
      occasion: named(occasions),
      awardForm: named(awardForms),
    },
    stories: stories.map((story) => record(story, origin)),
  };
}
