import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fontkit from '@cantoo/fontkit';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';

/** A face of the PDF: it knows which letters it has. */
export interface Face {
  font: PDFFont;
  has: ReadonlySet<number>;
  /** Width of a text in points, letter by letter, as the file sets it: without kerning. */
  widthOf: (text: string, size: number) => number;
}

// Files of a package that travel with the functions (`included_files` in netlify.toml).
const folder = 'node_modules/@expo-google-fonts/be-vietnam-pro';
const files = {
  regular: '400Regular/BeVietnamPro_400Regular.ttf',
  bold: '700Bold/BeVietnamPro_700Bold.ttf',
} as const;

/** A font is read and measured once for all files that this process makes. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

const bytesOf = once((file: string) => readFile(join(process.cwd(), folder, file)));
const parse = once((bytes: Uint8Array) => fontkit.create(bytes));
const widthsOf = once((_file: string) => new Map<string, number>());

/** Lines are cut by asking for widths again and again; each letter is measured once. */
function measure(font: PDFFont, widths: Map<string, number>): Face['widthOf'] {
  const widthOf = (letter: string) => {
    const width = widths.get(letter) ?? font.widthOfTextAtSize(letter, 1);
    widths.set(letter, width);
    return width;
  };
  return (text, size) => size * [...text].reduce((sum, letter) => sum + widthOf(letter), 0);
}

/** Embeds the faces of the site; only the letters that are used go into the file. */
export async function embedFaces(pdf: PDFDocument): Promise<Record<keyof typeof files, Face>> {
  pdf.registerFontkit({ create: parse });
  const embed = async (file: string): Promise<Face> => {
    // Without ligatures: each letter of the text is a letter that can be found and copied.
    const features = { liga: false, calt: false };
    const font = await pdf.embedFont(await bytesOf(file), { subset: true, features });
    return { font, has: new Set(font.getCharacterSet()), widthOf: measure(font, widthsOf(file)) };
  };
  return { regular: await embed(files.regular), bold: await embed(files.bold) };
}
