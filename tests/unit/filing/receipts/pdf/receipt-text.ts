import { readObjects } from '../../../../fixtures/pdf-objects.ts';

/** What the receipt's PDF shows: its text, a line a line, and how often a letter without a glyph is drawn. */
export interface ReceiptText {
  readonly text: string;
  readonly missingGlyphs: number;
  readonly pages: number;
}

/** Reads the text of a receipt from its bytes. Throws where a drawn glyph stands for no letter. */
export function readReceipt(bytes: Uint8Array): ReceiptText {
  const objects = readObjects(bytes);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', number] of head.matchAll(/\/((?:BeVietnamPro|DejaVuSans)[\w-]*) (\d+) 0 R/g)) {
      fonts.set(name, lettersOf(objects, Number(number)));
    }
  }
  let [text, missingGlyphs, font] = ['', 0, ''];
  for (const { stream } of objects.values()) {
    for (const [, name, codes, end] of (stream ?? '').matchAll(
      /\/((?:BeVietnamPro|DejaVuSans)\S*) \S+ Tf|<([0-9A-F]*)> Tj|(EMC)/g,
    )) {
      font = name ?? font;
      if (end) text += '\n';
      if (codes === undefined) continue;
      for (const code of codes.match(/.{4}/g) ?? []) {
        const letter = fonts.get(font)?.get(code);
        if (letter === undefined) throw new Error(`Glyph ${code} of ${font} stands for no letter.`);
        if (code === '0000') missingGlyphs += 1;
        text += letter;
      }
    }
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\n/.test(head)).length;
  return { text, missingGlyphs, pages };
}

function lettersOf(objects: ReturnType<typeof readObjects>, font: number): ReadonlyMap<string, string> {
  const map = Number(/\/ToUnicode (\d+)/.exec(objects.get(font)?.head ?? '')?.[1]);
  const pairs = (objects.get(map)?.stream ?? '').matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm);
  return new Map(
    [...pairs].map(([, code = '', units = '']) => [
      code,
      Buffer.from(units, 'hex').swap16().toString('utf16le'),
    ]),
  );
}
