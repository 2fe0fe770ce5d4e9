const bytesOf = (text: string) => [...text].map((character) => character.charCodeAt(0));

const marks = [
  { type: 'image/jpeg', at: 0, mark: [0xff, 0xd8, 0xff] },
  { type: 'image/png', at: 0, mark: [0x89, ...bytesOf('PNG\r\n'), 0x1a, 0x0a] },
  { type: 'image/webp', at: 8, mark: bytesOf('WEBP') },
] as const;

/** The type of a file, by its first bytes and never by its name; null unless it is one of the three accepted types. */
export function photoType(file: Uint8Array): (typeof marks)[number]['type'] | null {
  const found = marks.find(({ at, mark }) => mark.every((byte, index) => file[at + index] === byte));
  return found?.type ?? null;
}
