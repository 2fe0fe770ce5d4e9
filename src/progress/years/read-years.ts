import { readLiveCollection } from '../../gallery/live-collection.ts';
import { editionPaths } from '../../gallery/open-data/edition.ts';
import { publishedStories } from '../../gallery/published.ts';
import { unitPath } from '../../vocabulary/unit-path.ts';
import { builtCoverage } from '../coverage/read-coverage.ts';
import type { CoverageRow } from '../coverage/rows.ts';
import { cellWords } from '../coverage/words.ts';
import type { Closing } from './closing.ts';
import { publicClosing, type Since, sinceClosing } from './since.ts';

/** A closed year as a build shows it. */
export interface ClosedYear {
  closing: Closing;
  since: Since;
  /** Frozen data of the year. */
  editions: { name: string; csv: string; json: string }[];
}

/** Every closed year, newest first. */
export async function closedYears(): Promise<ClosedYear[]> {
  const stories = await publishedStories();
  const { lines } = await builtCoverage();
  const editions = await readLiveCollection('editions');
  return (await readLiveCollection('closings')).map((closing) => ({
    closing: publicClosing(closing, stories),
    since: sinceClosing(closing, stories, lines),
    editions: editions
      .filter(({ year }) => year === closing.year)
      .map((edition) => ({ name: edition.dataSet, ...editionPaths(edition) })),
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
