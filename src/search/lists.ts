import { Bits, type WordList } from './bits.ts';
import { type ByteReader, ByteWriter } from './bytes.ts';
import { readShard, shardEntry } from './shards.ts';

/** One word as bytes: its key, the length of what follows, and for each spelling the stories that have it. */
export function encodeList(key: string, forms: ReadonlyMap<string, readonly number[]>): Uint8Array {
  const body = new ByteWriter().number(forms.size);
  for (const [form, docs] of forms) {
    body.text(form).number(docs.length);
    for (const [at, doc] of docs.entries()) body.number(doc - (docs[at - 1] ?? 0));
  }
  return shardEntry(key, body.done());
}

function readList(reader: ByteReader, stories: number): WordList {
  const list: WordList = new Map();
  for (let left = reader.number(); left > 0; left -= 1) {
    const form = reader.text();
    let doc = 0;
    const docs = Array.from({ length: reader.number() }, () => (doc += reader.number()));
    list.set(form, Bits.of(docs, stories));
  }
  return list;
}

/** The words of a shard of lists. */
export const shardLists = (bytes: Uint8Array, stories: number): Map<string, () => WordList> =>
  readShard(bytes, (body) => readList(body, stories));
