import { ByteReader, ByteWriter } from './bytes.ts';

/** One word of a shard as bytes: its key, the length of what follows, and that. */
export const shardEntry = (key: string, body: Uint8Array): Uint8Array =>
  new ByteWriter().text(key).number(body.length).append(body).done();

/** What a shard holds of each of its words, by key, with a way to read it: a query reads a few of its many words. */
export function readShard<T>(
  bytes: Uint8Array,
  read: (body: ByteReader, key: string) => T,
): Map<string, () => T> {
  const words = new Map<string, () => T>();
  const reader = new ByteReader(bytes);
  while (!reader.atEnd) {
    const key = reader.text();
    const body = reader.take(reader.number());
    words.set(key, () => read(new ByteReader(body), key));
  }
  return words;
}
