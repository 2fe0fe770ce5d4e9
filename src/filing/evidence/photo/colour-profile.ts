import { concatBytes, latin } from './stripped.ts';

/** Tags by which an RGB or grey profile turns numbers into colours, each with its greatest length in bytes. */
const colourTags = ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC', 'kTRC', 'wtpt', 'chad'] as const;
const maxTagBytes = 12 + 2 * 4096;
const tagTypes = ['XYZ ', 'curv', 'para', 'sf32'];

const [headBytes, entryBytes] = [128, 12];
/** Version 2.1, for a display; where the colours of a point are compared: D50 (ICC.1:2022, 7.2). */
const version = [2, 0x10, 0, 0];
const d50 = [0, 0, 0xf6, 0xd6, 0, 1, 0, 0, 0, 0, 0xd3, 0x2d];
const newerVersion = [4, 0, 0, 0];
/** Texts that a profile must have, in the words of each version. */
const description = Buffer.from('desc\0\0\0\0\0\0\0\x04RGB\0'.padEnd(96, '\0'), 'latin1');
const newerText = Buffer.from(
  'mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\0\0\0\x06\0\0\0\x1c\0R\0G\0B\0\0',
  'latin1',
);
const copyright = Buffer.from('text\0\0\0\0\0\0\0\0', 'latin1');

const number = (value: number) => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};
const letters = (text: string) => Buffer.from(text, 'latin1');

type Tag = readonly [name: string, data: Uint8Array];

/** The colour tags of a profile; undefined if it is no profile or uses lookup tables, which could hide other data. */
function colourTagsOf(profile: Uint8Array): Tag[] | undefined {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  if (profile.length < headBytes + 4 || latin(profile.subarray(36, 40)) !== 'acsp') return undefined;
  const count = view.getUint32(headBytes);
  if (count > 100 || headBytes + 4 + count * entryBytes > profile.length) return undefined;
  const tags: Tag[] = [];
  for (
    let at = headBytes + 4;
    tags.length <= count && at < headBytes + 4 + count * entryBytes;
    at += entryBytes
  ) {
    const [name, from, length] = [
      latin(profile.subarray(at, at + 4)),
      view.getUint32(at + 4),
      view.getUint32(at + 8),
    ];
    const data = profile.subarray(from, from + length);
    if (name === 'A2B0') return undefined;
    const isOfColour =
      colourTags.some((tag) => tag === name) && tagTypes.includes(latin(data.subarray(0, 4)));
    if (isOfColour && data.length === length && length <= maxTagBytes) tags.push([name, data]);
  }
  return tags;
}

/**
 * Reduces a colour profile to its colours, without the name of a device, a maker or an owner. Undefined if nothing of it can be
 * kept: the picture is then shown as sRGB, like pictures without a profile. https://www.color.org/specification/
 */
export function colourProfile(profile: Uint8Array): Uint8Array | undefined {
  const colours = colourTagsOf(profile);
  const space = latin(profile.subarray(16, 20));
  const needed = space === 'GRAY' ? ['kTRC'] : ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'];
  if (!colours || !['RGB ', 'GRAY'].includes(space) || latin(profile.subarray(20, 24)) !== 'XYZ ')
    return undefined;
  if (needed.some((name) => !colours.some(([tag]) => tag === name))) return undefined;
  const isNewer = (profile[8] ?? 0) >= 4;
  const tags: Tag[] = [
    ['desc', isNewer ? newerText : description],
    ['cprt', isNewer ? newerText : copyright],
    ...colours,
  ];
  const table: Uint8Array[] = [number(tags.length)];
  const bodies: Uint8Array[] = [];
  let at = headBytes + 4 + tags.length * entryBytes;
  for (const [name, data] of tags) {
    table.push(letters(name), number(at), number(data.length));
    const padded = Math.ceil(data.length / 4) * 4;
    bodies.push(data, new Uint8Array(padded - data.length));
    at += padded;
  }
  const head = [
    ...[number(at), new Uint8Array(4), Uint8Array.from(isNewer ? newerVersion : version), letters('mntr')],
    ...[letters(space), letters('XYZ '), new Uint8Array(12), letters('acsp'), new Uint8Array(28)],
    ...[Uint8Array.from(d50), new Uint8Array(48)],
  ];
  return concatBytes([...head, ...table, ...bodies]);
}
