import type { Opener } from './encryption.ts';
import { Inspection } from './inspection.ts';
import { type ObjectStart, objectStarts } from './objects.ts';
import { Tokens } from './tokens.ts';
import { UnreadablePdf } from './unreadable.ts';

/** The most object streams of one file; writers put fifty objects or more in each. */
const maxObjectStreams = 1_200;

/** A stream that holds objects. */
export interface ObjectStream extends ObjectStart {
  dataAt: number;
}

/** The findings of one pass over a file. */
export interface PdfFinding {
  inspection: Inspection;
  objectStreams: ObjectStream[];
  /** Objects that name an encryption. */
  encryptedBy: ObjectStart[];
}

/** Reads one object and returns where the data of its stream begin, if it has any. */
function readObject(bytes: Uint8Array, start: ObjectStart, inspection: Inspection, opener?: Opener) {
  const tokens = new Tokens(bytes, start.at);
  const decrypt = opener?.textOf(start.object, start.generation);
  inspection.begin();
  do if (inspection.read(tokens, decrypt) === 'end') return undefined;
  while (!inspection.isOutside);
  if (tokens.kind !== 'dict-end' || tokens.next() !== 'word' || tokens.letters(6) !== 'stream')
    return undefined;
  const mark = /^[ \t]*(\r\n|\n|\r)/.exec(
    Buffer.from(bytes.subarray(tokens.start + 6, tokens.start + 40)).toString('latin1'),
  );
  return tokens.start + 6 + (mark?.[0].length ?? 0);
}

/** Inspects all objects of a file outside object streams. */
export function look(bytes: Uint8Array, opener?: Opener): PdfFinding {
  const found: PdfFinding = { inspection: new Inspection(), objectStreams: [], encryptedBy: [] };
  const { inspection } = found;
  for (const start of objectStarts(bytes)) {
    const dataAt = readObject(bytes, start, inspection, opener);
    if (inspection.isActive) break;
    if (inspection.names.has('Encrypt')) found.encryptedBy.push(start);
    const holdsObjects = inspection.names.has('ObjStm') || inspection.names.has('First');
    if (dataAt !== undefined && holdsObjects) found.objectStreams.push({ ...start, dataAt });
    if (found.objectStreams.length > maxObjectStreams)
      throw new UnreadablePdf('It has too many object streams.');
  }
  return found;
}
