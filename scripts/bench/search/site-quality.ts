import { z } from 'zod';
import districtsFile from '../../../content/search/former-districts.json' with { type: 'json' };
import { askDocs } from '../../../src/search/ask-docs.ts';
import type { SearchDoc } from '../../../src/search/doc.ts';
import type { MemoryIndex } from '../../../src/search/memory-index.ts';
import queriesFile from '../../../tests/fixtures/site-queries.json' with { type: 'json' };
import unseenFile from '../../../tests/fixtures/site-queries-unseen.json' with { type: 'json' };

const askedSchema = z.array(z.strictObject({ first: z.array(z.string()), queries: z.array(z.string()) }));
const file = z
  .strictObject({ note: z.string(), tuned: askedSchema, heldOut: askedSchema, nonsense: z.array(z.string()) })
  .parse(queriesFile);

const { note: _note, ...unseen } = z.object({ note: z.string() }).catchall(askedSchema).parse(unseenFile);

/** The sets of questions: those on which rules were tried, and those that were written before they were first asked. */
export const siteQueries = { tuned: file.tuned, heldOut: file.heldOut, unseen };

/** Strings that find nothing. */
export const { nonsense } = file;

/** Whether an address is the one meant, or a place on its page. */
const isAt = (href: string, first: string): boolean =>
  href === first || (!first.includes('#') && href.replace(/#.*/, '') === first);

/** Whether a document is what a question should find. */
function isMeant({ kind, href, codes, door }: SearchDoc, first: string): boolean {
  if (door && isAt(door.href, first)) return true;
  const [before, name = ''] = first.split(':');
  if (before === 'answer') return href === `/hoi-dap/#${name}`;
  if (before === 'unit') return kind === 'don-vi' && codes.includes(name);
  if (before !== 'district') return isAt(href, first);
  const communes = districtsFile.districts.find((district) => district.name === name)?.communes ?? [];
  return kind === 'don-vi' && codes.some((code) => communes.includes(code));
}

/** A question whose answer is not first. */
interface Miss {
  query: string;
  first: readonly string[];
  got: string;
  isAmongThree: boolean;
}

/** Success of a set of questions. */
export interface SiteQuality {
  asked: number;
  missed: Miss[];
  /** Suggestions that were made, as “query → meant”. */
  suggested: string[];
  /** Milliseconds of each answer. */
  ms: number[];
}

/** Asks every question of a set. */
export async function measureSite(
  index: MemoryIndex,
  set: z.infer<typeof askedSchema>,
): Promise<SiteQuality> {
  const quality: SiteQuality = { asked: 0, missed: [], suggested: [], ms: [] };
  for (const { first, queries } of set) {
    for (const query of queries) {
      const start = performance.now();
      const answer = await askDocs(index, query);
      quality.ms.push(performance.now() - start);
      quality.asked += 1;
      const { meant } = answer;
      if (meant) quality.suggested.push(`${query} → ${meant}`);
      // Nothing is found for a slip, but the word that was meant is one tap away.
      const found = answer.found.length === 0 && meant ? (await askDocs(index, meant)).found : answer.found;
      const places = found.slice(0, 3).map(({ doc }) => first.some((each) => isMeant(doc, each)));
      if (places[0]) continue;
      const got = found[0] ? `${found[0].doc.href} ${found[0].doc.title}` : 'nothing';
      quality.missed.push({ query, first, got, isAmongThree: places.includes(true) });
    }
  }
  return quality;
}
