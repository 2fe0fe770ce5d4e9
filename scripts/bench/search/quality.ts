import { type AskedQuery, type QueryClass, queryClasses } from './classes.ts';

/** Answers a query with the ids of stories, best first. */
export type Answerer = (query: string) => Promise<readonly string[]>;

/** What share of queries had the right story first, and the mean of 1 / its place among the first ten. */
export interface Quality {
  asked: number;
  first: number;
  reciprocal: number;
  missed: { asked: AskedQuery; got: string | undefined }[];
}

/** Quality by class and of all. */
export async function measureQuality(
  queries: readonly AskedQuery[],
  answer: Answerer,
): Promise<Map<QueryClass | 'all', Quality>> {
  const tallies = new Map<QueryClass | 'all', Quality>();
  for (const asked of queries) {
    const ids = await answer(asked.query);
    const place = ids.slice(0, 10).indexOf(asked.answer);
    for (const name of [asked.kind, 'all'] as const) {
      const tally = tallies.get(name) ?? { asked: 0, first: 0, reciprocal: 0, missed: [] };
      tally.asked += 1;
      tally.first += place === 0 ? 1 : 0;
      tally.reciprocal += place < 0 ? 0 : 1 / (place + 1);
      if (place !== 0) tally.missed.push({ asked, got: ids[0] });
      tallies.set(name, tally);
    }
  }
  return tallies;
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

/** The report as lines: class, queries, success@1, mean reciprocal rank. */
export const qualityLines = (tallies: ReadonlyMap<QueryClass | 'all', Quality>): string[] =>
  [...tallies].map(([name, { asked, first, reciprocal }]) => {
    const label = name === 'all' ? 'all' : queryClasses[name];
    return `${label.padEnd(34)} ${String(asked).padStart(4)}  ${share(first, asked)}  ${share(reciprocal, asked)}`;
  });
