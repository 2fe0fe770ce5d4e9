import { decrypterOf, type Opener } from './encryption.ts';
import { unfold } from './filters.ts';
import { look, type ObjectStream, type PdfFinding } from './look.ts';
import { inspectObjects } from './object-stream.ts';
import { objectStarts } from './objects.ts';
import { StreamData } from './stream-data.ts';
import { numberOf, type PdfDictionary, readDictionary } from './values.ts';

/** The most unpacked bytes of all object streams of one file: a small file may unpack without end. */
const maxUnfoldedBytes = 8 * 1024 * 1024;

/** `locked`: the file needs a password. `active`: it can do more than be read. `share`: it points at another machine. */
type Inspected = 'sound' | 'empty' | 'locked' | 'active' | 'share';

/** The encryption dictionary: part of the trailer or a separate object. */
function encryptionOf(bytes: Uint8Array, trailer: PdfDictionary): PdfDictionary | undefined {
  const encrypt = trailer.get('Encrypt');
  if (encrypt?.is === 'dict') return encrypt.entries;
  const places = [...objectStarts(bytes)].filter(
    ({ object }) => encrypt?.is === 'reference' && object === encrypt.object,
  );
  const [place] = places;
  return place && places.length === 1 ? readDictionary(bytes, place.at) : undefined;
}

/** Gives the decryption of a file without a password; undefined if it needs one or uses an unknown method. */
function unlock(bytes: Uint8Array, trailerAt: number): Opener | undefined {
  const trailer = readDictionary(bytes, trailerAt);
  const encryption = encryptionOf(bytes, trailer);
  const id = trailer.get('ID');
  const [first] = id?.is === 'list' ? id.items : [];
  return encryption && decrypterOf(encryption, first?.is === 'text' ? first.bytes : new Uint8Array());
}

/** Inspects the object streams of a file until something active is found. */
function unfoldAll(bytes: Uint8Array, { inspection, objectStreams }: PdfFinding, opener?: Opener): void {
  const data = new StreamData(bytes);
  let left = maxUnfoldedBytes;
  const inspectOne = ({ at, dataAt, object, generation }: ObjectStream) => {
    const dictionary = readDictionary(bytes, at);
    const packed = data.of(dataAt, dictionary);
    const open = opener ? opener.streamOf(object, generation)(packed) : packed;
    const content = unfold(open, dictionary, left);
    left -= content.length;
    inspectObjects(content, numberOf(dictionary, 'First') ?? -1, inspection);
  };
  for (const stream of objectStreams) {
    inspectOne(stream);
    if (inspection.isActive) return;
  }
}

/**
 * Inspects every object of a PDF that any reader can find. Throws `UnreadablePdf` if not all can be read within the limits on
 * cost.
 */
export function inspect(bytes: Uint8Array): Inspected {
  let found = look(bytes);
  let opener: Opener | undefined;
  const [trailer] = found.encryptedBy;
  if (trailer && !found.inspection.isActive) {
    opener = unlock(bytes, trailer.at);
    if (!opener) return 'locked';
    // The texts of an encrypted file can be read only now.
    found = look(bytes, opener);
  }
  if (!found.inspection.isActive) unfoldAll(bytes, found, opener);
  const { isActive, pointsAtShare, hasRoot } = found.inspection;
  if (isActive) return 'active';
  if (pointsAtShare) return 'share';
  return hasRoot ? 'sound' : 'empty';
}
