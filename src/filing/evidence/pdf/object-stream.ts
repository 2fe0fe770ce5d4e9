import type { Inspection } from './inspection.ts';
import { isSpace, Tokens } from './tokens.ts';
import { UnreadablePdf } from './unreadable.ts';

/** Limit for the objects of one stream; no writer puts so many there. */
const maxPlaces = 50_000;

/** Space before an object that is passed over to find it among those read already. */
const maxSpace = 8;

/** Offsets of the objects in an object stream, from its head: pairs of object number and offset. */
function placesIn(content: Uint8Array, first: number): number[] {
  const places: number[] = [];
  const tokens = new Tokens(content.subarray(0, first), 0);
  for (let isPlace = false; tokens.next() === 'word'; isPlace = !isPlace) {
    const word = tokens.letters(12);
    if (!/^\d{1,10}$/.test(word)) throw new UnreadablePdf('The head of an object stream is not of numbers.');
    if (!isPlace) continue;
    if (places.length === maxPlaces) throw new UnreadablePdf('An object stream has too many objects.');
    places.push(first + Number(word));
  }
  return places;
}

/** Reads one whole object and returns where it began. */
function readOne(tokens: Tokens, inspection: Inspection): number {
  inspection.begin();
  let kind = inspection.read(tokens);
  const { start } = tokens;
  while (kind !== 'end' && !inspection.isOutside) kind = inspection.read(tokens);
  return start;
}

/**
 * Inspects every object of an object stream (ISO 32000-1, 7.5.7): in file order, and at every offset that the head names, because
 * readers find objects in either way.
 */
export function inspectObjects(content: Uint8Array, first: number, inspection: Inspection): void {
  if (first < 0 || first > content.length)
    throw new UnreadablePdf('An object stream does not say where its objects begin.');
  const seen = new Set<number>();
  for (const tokens = new Tokens(content, 0); tokens.end < content.length; )
    seen.add(readOne(tokens, inspection));
  const places = placesIn(content, first);
  if (places.length === 0) throw new UnreadablePdf('An object stream does not say where its objects stand.');
  for (const place of places) {
    let start = place;
    while (start < place + maxSpace && isSpace(content[start])) start += 1;
    if (!seen.has(start)) readOne(new Tokens(content, start), inspection);
  }
}
