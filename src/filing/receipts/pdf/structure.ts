import {
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';

/** Standard structure types that a receipt uses. ISO 32000-2, 14.8.4. */
type Role = 'Document' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Figure';

/** Marked content that belongs to an element: its page and its number on that page. */
interface MarkedContent {
  page: PDFPage;
  id: number;
}

/** An element of the logical structure. Its kids stand in reading order. */
export interface StructureElement {
  role: Role;
  ref: PDFRef;
  parent: PDFRef;
  kids: (StructureElement | MarkedContent)[];
  /** Alternative text of a picture. */
  alt?: string;
}

const isElement = (kid: StructureElement | MarkedContent): kid is StructureElement => 'role' in kid;

/** The logical structure of a PDF (ISO 32000-2, 14.7): headings, lists, pictures, and the reading order. */
export class Structure {
  readonly #pdf: PDFDocument;
  readonly #tree: PDFRef;
  readonly #document: StructureElement;
  /** The element of each marked content, by page and number. */
  readonly #owners = new Map<PDFPage, PDFRef[]>();

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf;
    this.#tree = pdf.context.nextRef();
    this.#document = { role: 'Document', ref: pdf.context.nextRef(), parent: this.#tree, kids: [] };
  }

  /** Adds an element to the end of its parent, or of the document. */
  add(role: Role, parent: StructureElement = this.#document, alt?: string): StructureElement {
    const element: StructureElement = {
      role,
      ref: this.#pdf.context.nextRef(),
      parent: parent.ref,
      kids: [],
      ...(alt && { alt }),
    };
    parent.kids.push(element);
    return element;
  }

  /** Marks what `draw` draws on the page as content of the element. */
  mark(page: PDFPage, element: StructureElement, draw: () => void): void {
    const owners = this.#owners.get(page) ?? [];
    this.#owners.set(page, owners);
    const id = owners.push(element.ref) - 1;
    element.kids.push({ page, id });
    this.#wrap(page, element.role, `<</MCID ${id}>>`, draw);
  }

  /** Marks what `draw` draws on the page as decoration, which screen readers skip. */
  markArtifact(page: PDFPage, draw: () => void): void {
    this.#wrap(page, 'Artifact', '<<>>', draw);
  }

  /** Writes the structure into the document. Call it after all drawing. */
  finish(): void {
    const { context, catalog } = this.#pdf;
    const pages = [...this.#owners];
    for (const [index, [page]] of pages.entries()) {
      page.node.set(PDFName.of('StructParents'), PDFNumber.of(index));
    }
    const nums = pages.flatMap(([, owners], index) => [PDFNumber.of(index), context.obj(owners)]);
    context.assign(
      this.#tree,
      context.obj({
        Type: 'StructTreeRoot',
        K: [this.#document.ref],
        ParentTree: { Nums: nums },
        ParentTreeNextKey: pages.length,
      }),
    );
    this.#write(this.#document);
    catalog.set(PDFName.of('StructTreeRoot'), this.#tree);
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  }

  #wrap(page: PDFPage, tag: string, properties: string, draw: () => void): void {
    const begin = PDFOperatorNames.BeginMarkedContentSequence;
    page.pushOperators(PDFOperator.of(begin, [PDFName.of(tag), properties]));
    draw();
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }

  #write({ role, ref, parent, kids, alt }: StructureElement): void {
    const { context } = this.#pdf;
    const written = kids.map((kid) =>
      isElement(kid) ? kid.ref : context.obj({ Type: 'MCR', Pg: kid.page.ref, MCID: kid.id }),
    );
    const element = context.obj({ Type: 'StructElem', S: role, P: parent, K: written });
    if (alt) element.set(PDFName.of('Alt'), PDFHexString.fromText(alt));
    context.assign(ref, element);
    for (const kid of kids.filter(isElement)) this.#write(kid);
  }
}
