import { inflateSync } from 'node:zlib';

/** One object of a PDF: its dictionary as text, and its stream where it has one, unpacked. */
export interface PdfObject {
  readonly head: string;
  readonly stream: string | null;
}

/** The objects of a PDF whose objects stand in plain text, as the typesetter writes them, by their number. Bytes are Latin-1. */
export function readObjects(bytes: Uint8Array): Map<number, PdfObject> {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, PdfObject>();
  const start = /(\d+) 0 obj\n/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const rest = text.slice(start.lastIndex);
    const [head = ''] = rest.split(/\nstream\n|\nendobj/, 1);
    const hasStream = rest.startsWith('\nstream\n', head.length);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const from = head.length + '\nstream\n'.length;
    const packed = hasStream ? rest.slice(from, from + length) : null;
    objects.set(Number(found[1]), { head, stream: packed === null ? null : unpack(head, packed) });
    start.lastIndex += packed === null ? head.length : from + length;
  }
  return objects;
}

function unpack(head: string, packed: string): string {
  if (!/\/Filter \/FlateDecode|\/Filter \[\/FlateDecode\]/.test(head)) return packed;
  return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
}
