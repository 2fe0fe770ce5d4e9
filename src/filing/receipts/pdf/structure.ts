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

/** Content of one page that belongs to an element: the page and the number of the marked content on it. */
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
  /** What a picture says. */
  alt?: string;
}

const isElement = (kid: StructureElement | MarkedContent): kid is StructureElement => 'role' in kid;

/** The logical structure of a PDF (ISO 32000-2, 14.7): what is a heading, a list, a picture, and in which order it is read. */
export class Structure {
  readonly #pdf: PDFDocument;
  readonly #tree: PDFRef;
  readonly #document: StructureElement;
  /** For each page the element of each of its marked contents, by number. */
  readonly #owners = new Map<PDFPage, PDFRef[]>();

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf;
    this.#tree = pdf.context.nextRef();
    this.#document = { role: 'Document', ref: pdf.context.nextRef(), parent: this.#tree, kids: [] };
  }

  /** A new element, the last of its parent. Without a parent it stands in the document. */
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

  /** Whatever `draw` draws on the page is content of the element. */
  mark(page: PDFPage, element: StructureElement, draw: () => void): void {
    const owners = this.#owners.get(page) ?? [];
    this.#owners.set(page, owners);
    const id = owners.push(element.ref) - 1;
    element.kids.push({ page, id });
    this.#wrap(page, element.role, `<</MCID ${id}>>`, draw);
  }

  /** Whatever `draw` draws on the page is decoration: no reader reads it. */
  markArtifact(page: PDFPage, draw: () => void): void {
    this.#wrap(page, 'Artifact', '<<>>', draw);
  }

  /** Writes the structure into the document, once all is drawn. */
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
