import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fontkit from '@cantoo/fontkit';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';

/** A piece of text in one font. */
interface Run {
  font: PDFFont;
  text: string;
}

/** A typeface of the PDF: the site's font, and a fallback font for signs that it lacks. */
export interface Face {
  has: (letter: string) => boolean;
  /** Width of a text in points, without kerning, as the PDF sets it. */
  widthOf: (text: string, size: number) => number;
  /** Splits the text by font. One of the two fonts must have each letter. */
  runsOf: (text: string) => readonly Run[];
}

// Files that travel with the functions (`included_files` in netlify.toml).
const files = {
  regular: 'node_modules/@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  bold: 'node_modules/@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
  signs: 'src/platform/fonts/DejaVuSans.ttf',
} as const;

/** A process reads and measures each font once. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

const bytesOf = once((file: string) => readFile(join(process.cwd(), file)));
const parse = once((bytes: Uint8Array) => fontkit.create(bytes));
const widthsOf = once((_file: string) => new Map<string, number>());

/** An embedded font. It caches the width of each letter, because breaking lines asks for it many times. */
async function embed(pdf: PDFDocument, file: string) {
  // No ligatures, so that each letter of the text can be found and copied.
  const features = { liga: false, calt: false };
  const font = await pdf.embedFont(await bytesOf(file), { subset: true, features });
  const letters = new Set(font.getCharacterSet());
  const widths = widthsOf(file);
  return {
    font,
    has: (letter: string) => letters.has(letter.codePointAt(0) ?? 0),
    widthOf: (letter: string) => {
      const width = widths.get(letter) ?? font.widthOfTextAtSize(letter, 1);
      widths.set(letter, width);
      return width;
    },
  };
}

type Embedded = Awaited<ReturnType<typeof embed>>;

function faceOf(own: Embedded, signs: Embedded | null): Face {
  const fontOf = (letter: string) => (signs && !own.has(letter) ? signs : own);
  return {
    has: (letter) => own.has(letter) || signs?.has(letter) === true,
    widthOf: (text, size) =>
      size * [...text].reduce((sum, letter) => sum + fontOf(letter).widthOf(letter), 0),
    runsOf: (text) => {
      const runs: Run[] = [];
      for (const letter of text) {
        const { font } = fontOf(letter);
        const last = runs.at(-1);
        if (last?.font === font) last.text += letter;
        else runs.push({ font, text: letter });
      }
      return runs;
    },
  };
}

/** Embeds the fonts for a text, with the used letters only, and the fallback font only if the text needs it. */
export async function embedFaces(pdf: PDFDocument, text: string): Promise<{ regular: Face; bold: Face }> {
  pdf.registerFontkit({ create: parse });
  const [regular, bold] = await Promise.all([embed(pdf, files.regular), embed(pdf, files.bold)]);
  const signs = [...text].every(regular.has) ? null : await embed(pdf, files.signs);
  return { regular: faceOf(regular, signs), bold: faceOf(bold, signs) };
}
