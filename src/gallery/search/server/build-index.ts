import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { fields } from '../../../search/fields.ts';
import { cardsAFile, fileNames, type Root, rootName } from '../../../search/files.ts';
import { encodeList } from '../../../search/lists.ts';
import { encodeEntry, type Occurrence } from '../../../search/postings.ts';
import { isNumeric } from '../../../vietnamese/words.ts';
import { photoFiles } from '../../photos/photo-files.ts';
import { mainResult } from '../../stories/main-result.ts';
import { storyFigures } from '../../stories/sureness.ts';
import type { ListedStory } from '../../story.ts';
import type { Card } from '../card.ts';
import { facetTable } from '../facet-table.ts';
import { storyWords } from '../story-words.ts';
import { frequentFrom, oftenWords, wordDocs } from '../word-docs.ts';

/** Bytes of a shard before gzip. A word with more bytes has a shard to itself. Requests are few, so each should be small. */
const shardBytes = 1024;
const listShardBytes = 4096;
const longest = 35;
const byName = new Intl.Collator('vi', { numeric: true });

const facetField = fields.findIndex(({ id }) => id === 'facets');

type Forms = Map<string, Occurrence[][]>;

const adoptersOf = ({ adoptions = [] }: ListedStory): number => adoptions.length;

const resultOf = (story: ListedStory): Card['result'] => {
  const result = mainResult(storyFigures(story, story.adoptions ?? []));
  return result && [result.name, result.words, `(${result.sureness})`];
};

const cardOf = (story: ListedStory): Card => ({
  id: story.id,
  url: `/dien-hinh/${story.slug}/`,
  kind: story.kind,
  name: story.name,
  summary: story.summary,
  unitName: story.unitName,
  year: story.year,
  strands: story.strands,
  awardForm: story.awardForm,
  adopters: adoptersOf(story),
  photo: story.photo ? photoFiles(story.id, story.photo)[0].path : null,
  result: resultOf(story),
  sample: story.sample,
});

/** Every word of every story, by key and spelling. */
function collect(stories: readonly ListedStory[]): { words: Map<string, Forms>; lengths: string } {
  const words = new Map<string, Forms>();
  const lengths: string[] = [];
  for (const [doc, story] of stories.entries()) {
    const byField = storyWords(story);
    lengths.push(Math.min(byField[0]?.length ?? 0, longest).toString(36));
    for (const [field, list] of byField.entries()) {
      for (const { key, form, at } of list) {
        const forms = words.get(key) ?? words.set(key, new Map()).get(key);
        const places = forms?.get(form) ?? fields.map((): Occurrence[] => []);
        forms?.set(form, places);
        places[field]?.push({ doc, at });
      }
    }
  }
  // A name that very many stories are filtered by finds nothing that its list does not: leave it to the list.
  for (const forms of words.values())
    for (const places of forms.values())
      if ((places[facetField]?.length ?? 0) >= frequentFrom(stories.length)) places[facetField] = [];
  return { words, lengths: lengths.join('') };
}

interface Shard {
  first: string;
  bytes: Uint8Array[];
  size: number;
}

/** Fills shards with neighbouring words: while a reader types, words with the same beginning come from one shard. */
function shardsOf(keys: readonly string[], most: number, encode: (key: string) => Uint8Array): Shard[] {
  const shards: Shard[] = [];
  for (const key of keys) {
    const bytes = encode(key);
    const last = shards.at(-1);
    if (last && last.size + bytes.length <= most) {
      last.bytes.push(bytes);
      last.size += bytes.length;
    } else shards.push({ first: key, bytes: [bytes], size: bytes.length });
  }
  return shards;
}

const count = (forms: Forms): number =>
  [...forms.values()].flat().reduce((sum, list) => sum + list.length, 0);

const weightOf = (forms: Forms | undefined): string =>
  Math.floor(Math.log2(forms ? count(forms) : 1)).toString(36);

/** The rank of each story in an order; of two that are equal, the newer first. */
function ranksOf(
  stories: readonly ListedStory[],
  compare: (a: ListedStory, b: ListedStory) => number,
): number[] {
  const order = stories.map((story, doc) => ({ story, doc })).sort((a, b) => compare(a.story, b.story));
  const ranks: number[] = [];
  for (const [rank, { doc }] of order.entries()) ranks[doc] = rank;
  return ranks;
}

/** The keys of words that stand in texts alone. */
const textKeys = (anywhere: Iterable<string>, words: ReadonlyMap<string, Forms>): string[] =>
  [...anywhere].filter((key) => !words.has(key) && !isNumeric(key)).sort();

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/**
 * The index of the stories as files: name → gzipped bytes, which any server can deliver. All files but the root are in a folder
 * named after a digest of the content. A story's number is its position in `stories`, which should be newest first.
 */
export function buildStoryIndex(stories: readonly ListedStory[]): Map<string, Uint8Array> {
  const { words, lengths } = collect(stories);
  const keys = [...words.keys()].sort();
  const listed = keys.filter((key) => !isNumeric(key));
  const shards = shardsOf(keys, shardBytes, (key) => encodeEntry(key, words.get(key) ?? new Map()));
  const anywhere = wordDocs(stories);
  const lists = shardsOf([...anywhere.keys()].sort(), listShardBytes, (key) =>
    encodeList(key, anywhere.get(key) ?? new Map()),
  );
  const parts = new Map<string, Uint8Array>();
  for (const [index, shard] of shards.entries())
    parts.set(fileNames.shard(index), Buffer.concat(shard.bytes));
  for (const [index, shard] of lists.entries()) parts.set(fileNames.lists(index), Buffer.concat(shard.bytes));
  for (let start = 0; start < stories.length; start += cardsAFile) {
    const cards = stories.slice(start, start + cardsAFile).map(cardOf);
    parts.set(fileNames.cards(start / cardsAFile), json(cards));
  }
  parts.set(fileNames.facets, json(facetTable(stories)));
  parts.set(fileNames.names, json(ranksOf(stories, (a, b) => byName.compare(a.name, b.name))));
  parts.set(fileNames.adopted, json(ranksOf(stories, (a, b) => adoptersOf(b) - adoptersOf(a))));
  const digest = createHash('sha256');
  for (const bytes of parts.values()) digest.update(bytes);
  const root: Root = {
    edition: digest.digest('hex').slice(0, 12),
    docs: stories.length,
    keys: listed.join(' '),
    textKeys: textKeys(anywhere.keys(), words).join(' '),
    often: oftenWords(anywhere, stories.length).join(' '),
    weights: listed.map((key) => weightOf(words.get(key))).join(''),
    shards: shards.map(({ first }) => first),
    lists: lists.map(({ first }) => first),
    lengths,
  };
  const files = new Map([[rootName, gzipSync(json(root), { level: 9 })]]);
  for (const [name, bytes] of parts) files.set(`${root.edition}/${name}`, gzipSync(bytes, { level: 9 }));
  return files;
}
