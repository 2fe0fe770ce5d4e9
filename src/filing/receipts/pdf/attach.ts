import { type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';

/** JSON in ASCII, so that its bytes are the same in every encoding that a reader may assume. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * Attaches a value to a PDF as an uncompressed JSON file, so that a page can find it by its first letters
 * (src/filing/receipts/signing/read-receipt.ts). ISO 32000-1, 7.11.4.
 */
export function attachJson(pdf: PDFDocument, name: string, value: unknown): void {
  const { context, catalog } = pdf;
  const file = context.register(
    context.stream(new TextEncoder().encode(asciiJson(value)), {
      Type: 'EmbeddedFile',
      Subtype: 'application/json',
    }),
  );
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(name),
      UF: PDFString.of(name),
      EF: { F: file },
      AFRelationship: 'Data',
    }),
  );
  catalog.set(
    PDFName.of('Names'),
    context.obj({ EmbeddedFiles: { Names: [PDFString.of(name), specification] } }),
  );
  catalog.set(PDFName.of('AF'), context.obj([specification]));
}
