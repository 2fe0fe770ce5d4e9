import { readLiveCollection } from '../../gallery/live-collection.ts';
import { editionName, editionPaths } from '../../gallery/open-data/edition.ts';
import { publishedStories } from '../../gallery/published.ts';
import { begunCases } from '../../vocabulary/comment-cases.ts';
import { unitPath } from '../../vocabulary/unit-path.ts';
import { publishedPlans } from '../coverage/published-plans.ts';
import { builtCoverage } from '../coverage/read-coverage.ts';
import type { CoverageRow } from '../coverage/rows.ts';
import { cellWords } from '../coverage/words.ts';
import type { Closing } from './closing.ts';
import { publicClosing, type Since, sinceClosing } from './since.ts';
import { type PublishablePages, publishablePages } from './year-pages.ts';

/** A closed year as a build shows it. */
export interface ClosedYear {
  closing: Closing;
  since: Since;
  /** Whether pages of the year were kept. */
  hasPages: boolean;
  /** Frozen data of the year. */
  editions: { name: string; csv: string; json: string }[];
}

async function readPages(): Promise<Map<number, PublishablePages>> {
  const pages = await readLiveCollection('yearPages');
  const things = {
    stories: await publishedStories(),
    adoptions: await readLiveCollection('adoptions'),
    answers: await readLiveCollection('publicAnswers'),
    plans: publishedPlans((await builtCoverage()).filings),
    cases: begunCases(new Date()),
  };
  const years = [...new Set(pages.map(({ year }) => year))];
  return new Map(years.map((year) => [year, publishablePages(pages, year, things)]));
}

let pagesOfBuild: ReturnType<typeof readPages> | undefined;

/** The kept pages of each year as this build may publish them, computed once. */
export function builtYearPages(): ReturnType<typeof readPages> {
  pagesOfBuild ??= readPages();
  return pagesOfBuild;
}

/** Every closed year, newest first. */
export async function closedYears(): Promise<ClosedYear[]> {
  const stories = await publishedStories();
  const { lines } = await builtCoverage();
  const pages = await builtYearPages();
  const present = await readLiveCollection('presentSums');
  const editions = await readLiveCollection('editions');
  return (await readLiveCollection('closings')).map((closing) => ({
    closing: publicClosing(closing, stories),
    since: sinceClosing(closing, {
      stories,
      lines,
      sums: present.find(({ id }) => id === closing.id)?.sums ?? null,
      gone: pages.get(closing.year)?.gone ?? [],
    }),
    hasPages: pages.has(closing.year),
    editions: editions
      .filter(({ year }) => year === closing.year)
      .map((edition) => ({ name: editionName(edition), ...editionPaths(edition) })),
  }));
}

/** The coverage of a closed year as it was. */
export const frozenRows = ({ lines }: Closing['document']): CoverageRow[] =>
  lines.map(({ code, name, plan, criteria, report }) => ({
    id: code,
    name,
    href: unitPath({ code, name }),
    cells: [plan, criteria, report].map((standing) => ({
      text: cellWords(standing),
      has: standing.is === 'there',
    })),
  }));
