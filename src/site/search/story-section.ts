import type { Answer } from '../../search/engine.ts';
import type { Query } from '../../search/query.ts';
import type { StoryEngine } from '../../gallery/search/story-engine.ts';

/** The gallery's answer as a section of the site search. A hit without excerpt shows the summary instead. */
export async function askStories(engine: StoryEngine, { text }: Query, count: number): Promise<Answer> {
  const { total, found, how } = await engine.ask({ text, count });
  return {
    total,
    near: how === 'near',
    found: found.map(({ url, name, unitName, year, summary, sample, excerpt }) => ({
      url,
      title: name,
      place: `${unitName}, ${year}`,
      sample,
      excerpt: excerpt.length > 0 ? excerpt : [{ text: summary, hit: false }],
    })),
  };
}
