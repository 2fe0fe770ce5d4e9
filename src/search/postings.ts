import { type ByteReader, ByteWriter } from './bytes.ts';
import { readShard, shardEntry } from './shards.ts';

/** Occurrences of one spelling of a word: story `docs[i]` has the spelling at `places[i]`. */
interface Spelling {
  form: string;
  docs: readonly number[] | Uint32Array;
  /** `field × fieldSpan + number of the word in the field`; ascending by field, then by story. */
  places: readonly number[] | Uint32Array;
}

/** A word of the index: all its spellings. */
export interface TermEntry {
  key: string;
  spellings: Spelling[];
}

/** Occurrences by field, in ascending order of stories within a field. The index is written from these. */
export interface Occurrence {
  doc: number;
  at: number;
}

/** One word as bytes: its key, the length of what follows, and for each spelling the occurrences of each field. */
export function encodeEntry(key: string, forms: ReadonlyMap<string, readonly Occurrence[][]>): Uint8Array {
  const body = new ByteWriter().number(forms.size);
  for (const [form, byField] of forms) {
    body.text(form).number(byField.length);
    for (const occurrences of byField) {
      body.number(occurrences.length);
      let last = 0;
      for (const { doc } of occurrences) {
        body.number(doc - last);
        last = doc;
      }
      for (const { at } of occurrences) body.number(at);
    }
  }
  return shardEntry(key, body.done());
}

function readSpelling(reader: ByteReader, fieldSpan: number): Spelling {
  const form = reader.text();
  const docs: number[] = [];
  const places: number[] = [];
  const fieldCount = reader.number();
  for (let field = 0; field < fieldCount; field += 1) {
    const count = reader.number();
    for (let index = 0, doc = 0; index < count; index += 1) {
      doc += reader.number();
      docs.push(doc);
    }
    for (let index = 0; index < count; index += 1) places.push(field * fieldSpan + reader.number());
  }
  return { form, docs: Uint32Array.from(docs), places: Uint32Array.from(places) };
}

/** The words of a shard of entries. */
export const shardEntries = (bytes: Uint8Array, fieldSpan: number): Map<string, () => TermEntry> =>
  readShard(bytes, (body, key) => ({
    key,
    spellings: Array.from({ length: body.number() }, () => readSpelling(body, fieldSpan)),
  }));
