import { gzipSync } from 'node:zlib';
import { askDocs } from '../../../src/search/ask-docs.ts';
import { writeDocs } from '../../../src/search/doc.ts';
import { MemoryIndex } from '../../../src/search/memory-index.ts';
import { siteIndexDocs } from '../../../tests/fixtures/site-index.ts';
import { measureSite, nonsense, siteQueries } from './site-quality.ts';

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const share = (part: number, whole: number): string => (part / whole).toFixed(3);

/** The search of the site as lines: what people type, nonsense, bytes before the first result, time. */
export async function siteLines(): Promise<string[]> {
  const docs = siteIndexDocs();
  const start = performance.now();
  const index = new MemoryIndex(docs);
  const made = performance.now() - start;
  const bytes = gzipSync(writeDocs(docs), { level: 9 }).length;
  const lines = [
    `the site: ${docs.length} documents, ${(bytes / 1000).toFixed(1)} kB gzipped before the first result, index made in ${made.toFixed(0)} ms`,
  ];
  const { tuned, heldOut, unseen } = siteQueries;
  for (const [name, set] of Object.entries({ tuned, heldOut, ...unseen })) {
    const { asked, missed, suggested, ms } = await measureSite(index, set);
    const beyond = missed.filter(({ isAmongThree }) => !isAmongThree).length;
    lines.push(
      `  ${name}: ${asked} questions, success@1 ${share(asked - missed.length, asked)}, @3 ${share(asked - beyond, asked)}, suggestions ${suggested.length}, median ${middle(ms).toFixed(2)} ms`,
      ...missed.map(({ query, first, got }) => `    missed: “${query}” ${first[0]}, got ${got}`),
      ...suggested.map((each) => `    suggested: ${each}`),
    );
  }
  const found: string[] = [];
  for (const query of nonsense) {
    const answer = await askDocs(index, query);
    if (answer.found.length > 0 || answer.meant) found.push(query);
  }
  return [
    ...lines,
    `  nonsense: ${nonsense.length} strings, ${found.length} of them find something ${found.join(' · ')}`,
  ];
}
