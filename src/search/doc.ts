import { fieldsOf, isText, listOf, orNull, parsed } from './shapes.ts';

/** Kinds of documents: what a result is, in words, and how much the kind counts where several documents match equally well. */
export const docKinds = {
  'hoi-dap': { name: 'Hỏi đáp', weight: 1.12 },
  trang: { name: 'Trang', weight: 1.06 },
  'bieu-mau': { name: 'Phiếu', weight: 1.06 },
  'tai-ve': { name: 'Tệp tải về', weight: 1.04 },
  'phieu-trong': { name: 'Phiếu trống để in', weight: 0.9 },
  viec: { name: 'Việc được giao', weight: 1.03 },
  khen: { name: 'Khen thưởng', weight: 1.04 },
  'don-vi': { name: 'Đơn vị', weight: 1.04 },
  nguoi: { name: 'Người nêu trong kế hoạch', weight: 1 },
  'van-ban': { name: 'Văn bản', weight: 1 },
  muc: { name: 'Mục của kế hoạch', weight: 0.92 },
  loc: { name: 'Danh sách điển hình', weight: 0.9 },
  en: { name: 'In English', weight: 0.98 },
} as const;

/** Id of a kind. */
export type DocKind = keyof typeof docKinds;

/** A document of the site's own index: a page, or a place on one, and the words by which people ask for it. */
export interface SearchDoc {
  kind: DocKind;
  href: string;
  title: string;
  /** One line under the title: what is there. */
  summary: string;
  /** Other names and questions. Each counts as much as the title. A name from before a merger is given with `former`. */
  names: readonly string[];
  /** Names that ended; a result says which one was meant. */
  former: readonly string[];
  /** Numbers and codes, as `code` writes them: typing one leads straight here. */
  codes: readonly string[];
  /** Words that count little: those of the text itself. A build moves them to the file of texts. */
  text: string;
  /** Where one goes on from here; null where the document is the place itself. */
  door: { href: string; label: string } | null;
}

type GivenDoc = Pick<SearchDoc, 'kind' | 'href' | 'title' | 'summary'> & Partial<SearchDoc>;

/** A document with what is usual left out. */
export const searchDoc = (given: GivenDoc): SearchDoc => ({
  names: [],
  former: [],
  codes: [],
  text: '',
  door: null,
  ...given,
});

const isKind = (value: unknown): value is DocKind => isText(value) && value in docKinds;
const isDoor = fieldsOf<{ href: string; label: string }>({ href: isText, label: isText });
const isDoc = fieldsOf<SearchDoc>({
  kind: isKind,
  href: isText,
  title: isText,
  summary: isText,
  names: listOf(isText),
  former: listOf(isText),
  codes: listOf(isText),
  text: isText,
  door: orNull(isDoor),
});
const unwritten = searchDoc({ kind: 'trang', href: '', title: '', summary: '' });

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
/** The fields in the order in which a file has them, what is often empty last. */
const written = ['kind', 'href', 'title', 'summary', 'names', 'codes', 'former', 'door', 'text'] as const;

const isEmpty = (value: SearchDoc[keyof SearchDoc]): boolean =>
  value === null || value === '' || (isList(value) && value.length === 0);

const isWritten = listOf((row: unknown): row is unknown[] => isList(row) && isDoc(readRow(row)));
const readRow = (row: readonly unknown[]): object => ({
  ...unwritten,
  ...Object.fromEntries(written.flatMap((field, at) => (row[at] ? [[field, row[at]]] : []))),
});

/** A document as a row, 0 for what is empty and nothing after the last value. */
const rowOf = (doc: SearchDoc): unknown[] => {
  const last = written.findLastIndex((field) => !isEmpty(doc[field]));
  return written.slice(0, last + 1).map((field) => (isEmpty(doc[field]) ? 0 : doc[field]));
};

/** Documents as a file: a row each. Names of fields would be a fiftieth of what a visitor loads. */
export const writeDocs = (docs: readonly SearchDoc[]): string => JSON.stringify(docs.map(rowOf));

/** Reads the documents of a file. @throws TypeError when it holds something else */
export const readDocs = (json: string): SearchDoc[] => parsed(json, isWritten).map(readRow).filter(isDoc);
