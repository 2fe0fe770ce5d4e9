import { isOneSlip } from '../../vietnamese/typos.ts';
import { wordsOf } from '../../vietnamese/words.ts';
import type { StoryIndex } from './index-reader.ts';
import { occurrences, slotBits } from './matching.ts';
import { type StoryHit, mended, weightsOf } from './rank.ts';
import { scoreOf } from './scoring.ts';
import { keysOf, type Slot } from './query-terms.ts';

/** Most stories whose words are compared letter by letter. */
const mostCompared = 16;
/** Share of the weight of all words that a near story must have. */
const enoughShare = 0.5;
/** Share of the best value that a story must have before its slip counts as more than chance. */
const worthCorrecting = 0.4;

/** The bits of a story's slots as a weight. */
const weightOfBits = (bits: number, weights: readonly number[]): number =>
  weights.reduce((sum, weight, slot) => (bits & (1 << slot) ? sum + weight : sum), 0);

/** For each word that the story lacks, the word of the story's name or summary that is one slip away. */
function slips(slots: readonly Slot[], missing: readonly number[], text: string): Map<number, string> {
  const words = wordsOf(text);
  return new Map(
    missing.flatMap((slot) => {
      const typed = slots[slot]?.word.key ?? '';
      // One letter is a slip of any other.
      const near = typed.length > 1 && words.find(({ key }) => isOneSlip(typed, key));
      return near ? [[slot, near.text.toLocaleLowerCase('vi')]] : [];
    }),
  );
}

/** The required slots whose words a story lacks. */
const lacking = (slots: readonly Slot[], bits: number): number[] =>
  slots.flatMap(({ optional }, slot) => (optional || bits & (1 << slot) ? [] : [slot]));

/**
 * The stories that have most of a query's words, best first, for queries of which no story has all words. Where a story lacks
 * a single word and has one that is one slip away, `corrected` is the corrected query, and the story comes first.
 * @param least stories of less value are not compared, so their cards are not loaded
 */
export async function nearest(index: StoryIndex, slots: readonly Slot[], least = 0): Promise<StoryHit[]> {
  const entries = await index.entries(keysOf(slots));
  const weights = weightsOf(index, slots, entries);
  const bits = slotBits(slots, entries, index.root.stories);
  const most = Math.max(...Array.from(bits, (each) => weightOfBits(each, weights.slots)));
  if (!(most > 0)) return [];
  const enough = most * enoughShare;
  const matches = occurrences(slots, entries, (doc) => weightOfBits(bits[doc] ?? 0, weights.slots) >= enough);
  const hits = [...matches]
    .map(([doc, found]) => ({ doc, ...scoreOf(doc, found, slots, weights), corrected: null }))
    .sort((a, b) => b.value - a.value || a.doc - b.doc);
  const judge = async (hit: StoryHit): Promise<StoryHit> => {
    const missing = lacking(slots, bits[hit.doc] ?? 0);
    if (missing.length !== 1 || hit.value <= least) return hit;
    const [card] = await index.cards([hit.doc]);
    const found = slips(slots, missing, `${card?.name} ${card?.unitName} ${card?.summary}`);
    if (found.size === 0) return hit;
    return { ...hit, corrected: mended(slots, ({ word }, slot) => found.get(slot) ?? word.text) };
  };
  const judged = await Promise.all(hits.slice(0, mostCompared).map(judge));
  const doubt = (hits[0]?.value ?? 0) * worthCorrecting;
  const isMeant = ({ corrected, value }: StoryHit): boolean => corrected !== null && value >= doubt;
  return [...judged.filter(isMeant), ...judged.filter((hit) => !isMeant(hit)), ...hits.slice(mostCompared)];
}
