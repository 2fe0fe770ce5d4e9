import { ByteReader, ByteWriter } from './bytes.ts';
import { Bits, type WordList } from './often.ts';

/** One word as bytes: its key, the length of what follows, and for each spelling the stories that have it. */
export function encodeList(key: string, forms: ReadonlyMap<string, readonly number[]>): Uint8Array {
  const body = new ByteWriter().number(forms.size);
  for (const [form, docs] of forms) {
    body.text(form).number(docs.length);
    for (const [at, doc] of docs.entries()) body.number(doc - (docs[at - 1] ?? 0));
  }
  const bytes = body.done();
  return new ByteWriter().text(key).number(bytes.length).append(bytes).done();
}

function readList(bytes: Uint8Array, stories: number): WordList {
  const reader = new ByteReader(bytes);
  const list: WordList = new Map();
  for (let left = reader.number(); left > 0; left -= 1) {
    const form = reader.text();
    let doc = 0;
    const docs = Array.from({ length: reader.number() }, () => (doc += reader.number()));
    list.set(form, Bits.of(docs, stories));
  }
  return list;
}

/** Each word of a shard with a way to read its list: a query reads a few of its many words. */
export function shardLists(bytes: Uint8Array, stories: number): Map<string, () => WordList> {
  const lists = new Map<string, () => WordList>();
  const reader = new ByteReader(bytes);
  while (!reader.atEnd) {
    const key = reader.text();
    const body = reader.take(reader.number());
    lists.set(key, () => readList(body, stories));
  }
  return lists;
}
