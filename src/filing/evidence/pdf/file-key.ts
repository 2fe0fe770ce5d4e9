import { closeAes, digest, openAes, rc4 } from './ciphers.ts';
import { numberOf, type PdfDictionary } from './values.ts';

/** The padding that replaces an empty password (ISO 32000-1, 7.6.3.3). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

const empty = new Uint8Array();
const bytesOf = (dictionary: PdfDictionary, key: string): Uint8Array => {
  const value = dictionary.get(key);
  return value?.is === 'text' ? value.bytes : empty;
};

/** Length of a key in bytes: 5 to 16 if the file may choose. */
function keyLength(encryption: PdfDictionary, revision: number): number | undefined {
  if (revision !== 3) return revision === 2 ? 5 : 16;
  const bytes = (numberOf(encryption, 'Length') ?? 40) / 8;
  return Number.isInteger(bytes) && bytes >= 5 && bytes <= 16 ? bytes : undefined;
}

/** The key of a file up to revision 4 for an empty password. */
function olderKey(encryption: PdfDictionary, revision: number, fileId: Uint8Array): Uint8Array | undefined {
  const length = keyLength(encryption, revision);
  if (length === undefined) return undefined;
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE((numberOf(encryption, 'P') ?? 0) | 0);
  const encryptMetadata = encryption.get('EncryptMetadata');
  const isPlain = encryptMetadata?.is === 'other' && encryptMetadata.word === 'false';
  const plainMark = revision >= 4 && isPlain ? Buffer.alloc(4, 255) : empty;
  const owner = bytesOf(encryption, 'O').subarray(0, 32);
  let key: Uint8Array = digest('md5', padding, owner, permissions, fileId, plainMark);
  if (revision > 2) for (let round = 0; round < 50; round += 1) key = digest('md5', key.subarray(0, length));
  key = key.subarray(0, length);
  const user = Buffer.from(bytesOf(encryption, 'U')).subarray(0, 32);
  if (revision === 2) return user.equals(rc4(key, padding)) ? key : undefined;
  let expected: Uint8Array = digest('md5', padding, fileId);
  for (let round = 0; round < 20; round += 1)
    expected = rc4(
      key.map((byte) => byte ^ round),
      expected,
    );
  return user.subarray(0, 16).equals(expected) ? key : undefined;
}

/** The slow digest of revision 6 for an empty password (ISO 32000-2, 7.6.4.3.4). */
function slowDigest(salt: Uint8Array): Uint8Array {
  let key: Buffer = digest('sha256', salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const block = Buffer.concat(Array.from({ length: 64 }, () => key));
    const made = closeAes(key.subarray(0, 16), key.subarray(16, 32), block);
    const sum = made.subarray(0, 16).reduce((total, byte) => total + byte, 0);
    key = digest((['sha256', 'sha384', 'sha512'] as const)[sum % 3] ?? 'sha256', made);
    last = made.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

/** The key of a file of revision 5 or 6 for an empty password. */
function newerKey(encryption: PdfDictionary, revision: number): Uint8Array | undefined {
  const user = Buffer.from(bytesOf(encryption, 'U'));
  const wrapped = bytesOf(encryption, 'UE');
  const hash = revision === 6 ? slowDigest : (salt: Uint8Array) => digest('sha256', salt);
  if (user.length < 48 || wrapped.length < 32 || !user.subarray(0, 32).equals(hash(user.subarray(32, 40))))
    return undefined;
  return openAes(hash(user.subarray(40, 48)), Buffer.alloc(16), wrapped.subarray(0, 32));
}

/**
 * The key of an encrypted file that opens without a password, such as a file that only restricts its use; undefined if the file
 * needs a password.
 */
export function fileKey(encryption: PdfDictionary, fileId: Uint8Array): Uint8Array | undefined {
  const revision = numberOf(encryption, 'R') ?? 0;
  if (revision === 5 || revision === 6) return newerKey(encryption, revision);
  return revision >= 2 && revision <= 4 ? olderKey(encryption, revision, fileId) : undefined;
}
