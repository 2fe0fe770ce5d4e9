/** Kinds of documents: what a result is, in words, and how much the kind counts where several documents match equally well. */
export const docKinds = {
  'hoi-dap': { name: 'Hỏi đáp', weight: 1.12 },
  trang: { name: 'Trang', weight: 1.06 },
  'bieu-mau': { name: 'Phiếu', weight: 1.06 },
  'tai-ve': { name: 'Tệp tải về', weight: 1.04 },
  'phieu-trong': { name: 'Phiếu trống để in', weight: 0.9 },
  viec: { name: 'Việc được giao', weight: 1 },
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

const isKind = (value: string): value is DocKind => value in docKinds;

const betweenItems = '\u001f';
const items = (list: string): string[] => (list === '' ? [] : list.split(betweenItems));
/** The code that an address ends with: of a commune its number, else the whole last part. */
const codeAt = (href: string): string => (/-(\d{5})\/$/.exec(href) ?? /([^/]+)\/$/.exec(href))?.[1] ?? '';
const asAddress = '=';

/** A document as fields with tabs between, what is often empty last. */
const rowOf = ({ kind, href, title, summary, names, codes, former, door, text }: SearchDoc): string => {
  const code = codes.join(betweenItems);
  return [
    kind,
    href,
    title,
    summary,
    names.join(betweenItems),
    code !== '' && code === codeAt(href) ? asAddress : code,
    former.join(betweenItems),
    door ? `${door.href} ${door.label}` : '',
    text,
  ]
    .map((field) => field.replace(/[\t\n]/g, ' '))
    .join('\t')
    .trimEnd();
};

function readRow(row: string): SearchDoc {
  const [kind = '', href, title, summary = '', names = '', code = '', former = '', door = '', text = ''] =
    row.split('\t');
  if (!isKind(kind) || href === undefined || title === undefined)
    throw new TypeError('A file of the search does not have the shape that this version reads.');
  const [, doorHref, label] = /^(\S+) (.*)$/.exec(door) ?? [];
  return {
    kind,
    href,
    title,
    summary,
    names: items(names),
    codes: code === asAddress ? [codeAt(href)] : items(code),
    former: items(former),
    door: doorHref !== undefined && label !== undefined ? { href: doorHref, label } : null,
    text,
  };
}

/** Documents as a file: a line each. As JSON they would be a thirtieth more of what a visitor loads. */
export const writeDocs = (docs: readonly SearchDoc[]): string => docs.map(rowOf).join('\n');

/** Reads the documents of a file. @throws TypeError when it holds something else */
export const readDocs = (file: string): SearchDoc[] => (file === '' ? [] : file.split('\n').map(readRow));
