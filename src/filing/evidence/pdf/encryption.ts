import { digest, openAes, rc4 } from './ciphers.ts';
import { fileKey } from './file-key.ts';
import type { Decrypt } from './inspection.ts';
import { nameIn, numberOf, type PdfDictionary } from './values.ts';

/** Gives the decryption for an object by its number and generation. */
export interface Opener {
  streamOf: (object: number, generation: number) => Decrypt;
  textOf: (object: number, generation: number) => Decrypt;
}

type Method = 'None' | 'V2' | 'AESV2' | 'AESV3';
const methods: readonly Method[] = ['None', 'V2', 'AESV2', 'AESV3'];

/** The method for streams (`StmF`) or texts (`StrF`); undefined if it is unknown. */
function methodOf(encryption: PdfDictionary, of: 'StmF' | 'StrF'): Method | undefined {
  if ((numberOf(encryption, 'V') ?? 0) < 4) return 'V2';
  const name = nameIn(encryption, of) ?? 'Identity';
  if (name === 'Identity') return 'None';
  const filters = encryption.get('CF');
  const filter = filters?.is === 'dict' ? filters.entries.get(name) : undefined;
  const word = filter?.is === 'dict' ? nameIn(filter.entries, 'CFM') : undefined;
  return methods.find((one) => one === word);
}

/** The key of one object (ISO 32000-1, 7.6.2). */
function keyOf(key: Uint8Array, object: number, generation: number, method: Method): Uint8Array {
  const place = Buffer.alloc(5);
  place.writeUIntLE(object % 2 ** 24, 0, 3);
  place.writeUIntLE(generation % 2 ** 16, 3, 2);
  const mark = method === 'AESV2' ? Buffer.from('sAlT', 'latin1') : new Uint8Array();
  return digest('md5', key, place, mark).subarray(0, Math.min(key.length + 5, 16));
}

function opened(key: Uint8Array, method: Method): (object: number, generation: number) => Decrypt {
  if (method === 'None') return () => (bytes) => bytes;
  return (object, generation) => (bytes) => {
    if (method === 'AESV3') return openAes(key, bytes.subarray(0, 16), bytes.subarray(16));
    const own = keyOf(key, object, generation, method);
    return method === 'V2' ? rc4(own, bytes) : openAes(own, bytes.subarray(0, 16), bytes.subarray(16));
  };
}

/** Gives the decryption of a file that needs no password; undefined for one that needs it or uses an unknown method. */
export function decrypterOf(encryption: PdfDictionary, fileId: Uint8Array): Opener | undefined {
  if (nameIn(encryption, 'Filter') !== 'Standard') return undefined;
  const key = fileKey(encryption, fileId);
  const [streams, texts] = [methodOf(encryption, 'StmF'), methodOf(encryption, 'StrF')];
  return key && streams && texts ? { streamOf: opened(key, streams), textOf: opened(key, texts) } : undefined;
}
