import { ByteReader, ByteWriter } from './bytes.ts';

/** One word of a shard as bytes: its key, the length of the body, and the body. */
export const shardEntry = (key: string, body: Uint8Array): Uint8Array =>
  new ByteWriter().text(key).number(body.length).append(body).done();

/** The words of a shard by key, each with a function that decodes it: a query reads only a few of the words. */
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
