import type { Budget } from './budget.ts';
import { type XmlReader, XmlScanner } from './xml.ts';
import type { Zip } from './zip.ts';

/** The encoding of an XML file: by its first four bytes, else by its declaration. */
export function xmlEncoding(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [, declared = 'utf-8'] =
    /^\S*<\?xml[^>]{0,150}\bencoding\s*=\s*["']([\w.:-]{1,30})["']/.exec(head) ?? [];
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}

/**
 * Reads an XML file of an archive. Returns “over” when the budget ended before the file, “broken” when the file is not XML. Throws
 * when the archive lacks the file.
 */
export function readPart(
  zip: Zip,
  name: string,
  budget: Budget,
  reader: XmlReader,
): 'read' | 'over' | 'broken' {
  const scanner = new XmlScanner(reader);
  let decoder: TextDecoder | undefined;
  let isXml = true;
  const isWithin = zip.unfold(name, budget, (piece) => {
    decoder ??= decoderOf(xmlEncoding(piece));
    isXml = scanner.push(decoder.decode(piece, { stream: true }));
    return isXml && reader.isDone !== true;
  });
  if (!isWithin) return 'over';
  return isXml ? 'read' : 'broken';
}
