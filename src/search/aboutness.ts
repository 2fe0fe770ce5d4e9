import { askedFor } from '../vietnamese/question-words.ts';
import { indexWords, type Word } from '../vietnamese/words.ts';
import type { SearchDoc } from './doc.ts';
import { largeWords } from './query-terms.ts';
import { expanded } from './wordings.ts';

const titleCounts = 2;

/** The names of a document as sets of words: each word as it is spelled, and folded for whoever types no tones. */
const namesOf = ({ title, names, former }: SearchDoc): Set<string>[] => {
  const titles = Array.from({ length: titleCounts }, () => title);
  return [...titles, ...names, ...former].map((name) => {
    const words = indexWords(name);
    const asked = expanded(name).flatMap((each) => askedFor(indexWords(each)));
    return new Set([...words.flatMap(({ form, key }) => [form, key]), ...asked]);
  });
};

/**
 * What documents are about: a word that most names of a document have is its subject, and one that a single name has is a
 * wording. “Nộp báo cáo online” asks for reports, though one name of another page says “nộp online”.
 */
export class Aboutness {
  readonly #shares: ReadonlyMap<SearchDoc, ReadonlyMap<string, number>>;
  readonly #docsWith = new Map<string, number>();

  constructor(docs: readonly SearchDoc[], written: readonly SearchDoc[]) {
    this.#shares = new Map(docs.map((doc, at) => [doc, this.#add(namesOf(written[at] ?? doc))]));
  }

  /**
   * How much each document is about the words of a query, in the reading that suits it best: from 0, none of them, to 1, all of
   * them in each of its names.
   */
  of(ways: readonly (readonly Word[])[]): (doc: SearchDoc) => number {
    const asked = ways.map((way) => {
      const forms = [...largeWords(way).map(({ form }) => form), ...askedFor(way)];
      const words = forms.map((form) => ({ form, weight: this.#weight(form) }));
      return { words, whole: words.reduce((sum, { weight }) => sum + weight, 0) };
    });
    const known = new Map<SearchDoc, number>();
    return (doc) => {
      const before = known.get(doc);
      if (before !== undefined) return before;
      const shares = this.#shares.get(doc);
      const values = asked.map(({ words, whole }) =>
        words.reduce(
          (sum, { form, weight }) => sum + (weight / whole) * Math.sqrt(shares?.get(form) ?? 0),
          0,
        ),
      );
      const most = Math.max(0, ...values);
      known.set(doc, most);
      return most;
    };
  }

  #weight(form: string): number {
    return Math.log(1 + this.#shares.size / (this.#docsWith.get(form) ?? 0.5));
  }

  #add(names: readonly Set<string>[]): ReadonlyMap<string, number> {
    const shares = new Map<string, number>();
    for (const name of names)
      for (const word of name) shares.set(word, (shares.get(word) ?? 0) + 1 / names.length);
    for (const word of shares.keys()) this.#docsWith.set(word, (this.#docsWith.get(word) ?? 0) + 1);
    return shares;
  }
}
