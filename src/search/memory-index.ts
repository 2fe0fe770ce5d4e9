import { indexWords, type Word, wordsOf } from '../vietnamese/words.ts';
import { Aboutness } from './aboutness.ts';
import type { SearchDoc } from './doc.ts';
import { fieldSpan, fields, gap } from './fields.ts';
import type { TermEntry } from './postings.ts';
import type { TermIndex } from './term-index.ts';
import { expanded, isOpen, openMatch } from './wordings.ts';

/** A name of a document. The ranking compares names, so that a question finds the one name that it repeats. */
export interface Row {
  doc: SearchDoc;
  /** The former name that this row is; null for a name of today. */
  former: string | null;
  name: string;
  words: readonly Word[];
  /** The name is the document's title: also that of a clause in words, and each name of a unit or a file. */
  isTitle: boolean;
}

const fieldOf = (id: (typeof fields)[number]['id']): number => fields.findIndex((field) => field.id === id);
/** Whoever types a name of these means the thing itself, and no answer about it. */
const namedKinds: readonly string[] = ['don-vi', 'tai-ve'];
const isDistrict = (name: string): boolean => /^(?:huyện|thị xã|thành phố) /.test(name);
/** The title of a clause in words. */
const afterNumber = ({ kind, title }: SearchDoc): string[] =>
  kind === 'muc' ? title.split(' · ').slice(1) : [];
const longestField = fieldSpan - 1;

/** A small index that is made from its documents, in the browser or on the server, in a few milliseconds. */
export class MemoryIndex implements TermIndex {
  readonly rows: readonly Row[];
  readonly keys: readonly string[];
  readonly about: Aboutness;
  /** The documents whose open wordings a question fits, and the share of it that is said by them. */
  readonly askedOpenly: (words: readonly Word[]) => readonly { doc: SearchDoc; share: number }[];
  readonly codes = new Map<string, readonly SearchDoc[]>();
  readonly #entries = new Map<string, Map<string, { docs: number[]; places: number[] }>>();
  readonly #lengths: number[];
  readonly #shares = new Map<string, number>();
  readonly #size: number;
  readonly #read = new Map<string, readonly Word[]>();

  constructor(given: readonly SearchDoc[]) {
    const named = given.map((doc) => ({ ...doc, names: doc.names.filter((name) => !isOpen(name)) }));
    const docs = named.map((doc) => ({
      ...doc,
      names: [...new Set([...afterNumber(doc), ...doc.names])].flatMap(expanded),
    }));
    const open = given.flatMap(({ names }, at) =>
      names.filter(isOpen).map((name) => ({ doc: docs[at], match: openMatch(name) })),
    );
    this.askedOpenly = (words) =>
      open.flatMap(({ doc, match }) => {
        const share = match(words);
        return doc && share > 0 ? [{ doc, share }] : [];
      });
    this.rows = docs.flatMap((doc) => [
      ...[doc.title, ...doc.names].map((name, at) => ({
        doc,
        name,
        words: wordsOf(name),
        former: null,
        isTitle: at === 0 || (at === 1 && doc.kind === 'muc') || namedKinds.includes(doc.kind),
      })),
      ...doc.former.map((name) => ({
        doc,
        name,
        words: wordsOf(name),
        former: name,
        isTitle: false,
      })),
    ]);
    for (const doc of docs)
      for (const code of doc.codes) this.codes.set(code, [...(this.codes.get(code) ?? []), doc]);
    this.about = new Aboutness(docs, named);
    this.#size = docs.length;
    this.#lengths = this.rows.map((row, at) => this.#add(row, at));
    this.#read.clear();
    this.keys = [...this.#entries.keys()].filter((key) => !/^\d/.test(key)).sort();
  }

  get size(): number {
    return this.rows.length;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  isOnlyInTexts(): boolean {
    return false;
  }

  /** Counts pages, as `shareOf` does: nothing is loaded, so no word is too heavy to be asked for. */
  weight(key: string): number {
    return Math.log2(1 + this.shareOf(this.#entry(key)) * this.#size);
  }

  beginningWith(start: string): string[] {
    return this.keys.filter((key) => key.startsWith(start));
  }

  entries(keys: Iterable<string>): Promise<Map<string, TermEntry>> {
    const found = [...new Set(keys)].flatMap((key) => this.#entry(key) ?? []);
    return Promise.resolve(new Map(found.map((entry) => [entry.key, entry])));
  }

  #entry(key: string): TermEntry | undefined {
    const forms = this.#entries.get(key);
    return forms && { key, spellings: [...forms].map(([form, each]) => ({ form, ...each })) };
  }

  /** Of pages, not of names: a page that is called by a word in twenty ways makes the word no more common. */
  shareOf(entry: TermEntry | undefined): number {
    if (!entry) return 0;
    const known = this.#shares.get(entry.key);
    if (known !== undefined) return known;
    const docs = new Set(
      entry.spellings.flatMap(({ docs: rows }) => Array.from(rows, (row) => this.rows[row]?.doc)),
    );
    const share = docs.size / this.#size;
    this.#shares.set(entry.key, share);
    return share;
  }

  nameLength(doc: number): number {
    return this.#lengths[doc] ?? 1;
  }

  textOf(doc: number): Promise<string> {
    const row = this.rows[doc];
    return Promise.resolve(row ? `${row.name} ${row.doc.summary}` : '');
  }

  /** Adds the words of a row. Its first row has a document's texts, the others its names alone. Returns the words of the name. */
  #add({ doc, name, former }: Row, at: number): number {
    const isFirst = name === doc.title;
    const length = this.#wordsOf(name).length;
    // “An Hòa, Biên Hòa”: a name with that of the district in which it lay.
    this.#addField(at, fieldOf('name'), [name, ...(former ? doc.former.filter(isDistrict) : [])]);
    if (!former && doc.kind !== 'don-vi') this.#addField(at, fieldOf('summary'), [doc.summary]);
    const others = isFirst ? [...doc.codes, ...doc.names] : [doc.title];
    this.#addField(at, fieldOf('facts'), [...others, ...doc.former]);
    if (isFirst) this.#addField(at, fieldOf('text'), [doc.text]);
    return length;
  }

  /** A title is told with each name of its document, but read once. */
  #wordsOf(text: string): readonly Word[] {
    const words = this.#read.get(text) ?? indexWords(text);
    this.#read.set(text, words);
    return words;
  }

  #addField(row: number, field: number, texts: readonly string[]): number {
    let at = 0;
    for (const text of texts) {
      for (const { key, form } of this.#wordsOf(text)) {
        const forms = this.#entries.get(key) ?? this.#entries.set(key, new Map()).get(key);
        const spelling = forms?.get(form) ?? { docs: [], places: [] };
        forms?.set(form, spelling);
        spelling.docs.push(row);
        spelling.places.push(field * fieldSpan + Math.min(at++, longestField));
      }
      at += gap;
    }
    return at - gap * texts.length;
  }
}
