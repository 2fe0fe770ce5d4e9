import { type PdfObject, readObjects } from './pdf-objects.ts';

/** What a PDF made by the typesetter shows, read from its bytes. */
export interface PdfText {
  /** The text proper, in reading order, with one space or more where a line ends. */
  readonly body: string;
  /** Page numbers and the foot line, which stand outside the text. */
  readonly artifacts: string;
  /** How often glyph 0 is drawn: the box that stands for a missing letter. */
  readonly missingGlyphs: number;
  /** The catalogue, the outline and the structure, as the file writes them. */
  readonly heads: readonly string[];
}

/** Code of a glyph, four hexadecimal digits → the text it stands for. */
type Letters = ReadonlyMap<string, string>;

/** Reads the pages in order. Throws where a page, a font or a letter's meaning is not in the file. */
export function readPdf(bytes: Uint8Array): PdfText {
  const objects = readObjects(bytes);
  const heads = [...objects.values()].map(({ head }) => head);
  const shown = { body: '', artifacts: '', missingGlyphs: 0 };
  for (const head of heads.filter((one) => /\/Type \/Page\n/.test(one))) {
    const content = streamOf(objects, Number(/\/Contents (\d+)/.exec(head)?.[1]));
    const fonts = new Map(
      [...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', number]) => [
        name,
        lettersOf(objects, number),
      ]),
    );
    readPage(content, fonts, shown);
  }
  return { ...shown, heads };
}

function streamOf(objects: ReadonlyMap<number, PdfObject>, number: number): string {
  const stream = objects.get(number)?.stream;
  if (stream == null) throw new Error(`Object ${number} has no stream.`);
  return stream;
}

function lettersOf(objects: ReadonlyMap<number, PdfObject>, font: string | undefined): Letters {
  const map = /\/ToUnicode (\d+)/.exec(objects.get(Number(font))?.head ?? '')?.[1];
  const letters = new Map<string, string>();
  const pairs = /^<([0-9a-f]{4})> <([0-9a-f]+)>$/gim;
  for (const [, code = '', units = ''] of streamOf(objects, Number(map)).matchAll(pairs)) {
    letters.set(code.toLowerCase(), Buffer.from(units, 'hex').swap16().toString('utf16le'));
  }
  return letters;
}

function readPage(
  content: string,
  fonts: ReadonlyMap<string, Letters>,
  shown: { body: string; artifacts: string; missingGlyphs: number },
): void {
  const tokens =
    /\/Artifact\b|\bEMC\b|\/Lang \([^)]*\)|\/(?<font>f\d+) \S+ Tf|(?<height>\S+) cm\n|\((?<codes>(?:\\[\s\S]|[^\\)])*)\)/g;
  let [isArtifact, height, font]: [boolean, string | undefined, string] = [false, undefined, ''];
  for (const { 0: token, groups = {} } of content.matchAll(tokens)) {
    if (token === '/Artifact') isArtifact = true;
    else if (token === 'EMC') isArtifact = false;
    else if (groups['font'] ?? groups['height']) {
      // Another line, or the other of two columns: the place in italics is beside the number.
      const next: { font: string; height: string | undefined } = {
        font: groups['font'] ?? font,
        height: groups['height'] ?? height,
      };
      if (next.font !== font || next.height !== height) shown.body += ' ';
      ({ font, height } = next);
    } else if (groups['codes'] !== undefined && fonts.has(font)) {
      for (const code of glyphCodes(groups['codes'])) {
        const letter = fonts.get(font)?.get(code);
        if (code === '0000') shown.missingGlyphs += 1;
        else if (letter === undefined) throw new Error(`Glyph ${code} of ${font} stands for no letter.`);
        else if (isArtifact) shown.artifacts += letter;
        else shown.body += letter;
      }
    }
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The two-byte codes in a string of a content stream. */
function glyphCodes(literal: string): string[] {
  const raw = literal.replace(/\\(\d{1,3}|[\s\S])/g, (_, mark: string) =>
    /^\d/.test(mark) ? String.fromCharCode(Number.parseInt(mark, 8)) : (escapes[mark] ?? mark),
  );
  return Buffer.from(raw, 'latin1').toString('hex').match(/.{4}/g) ?? [];
}
