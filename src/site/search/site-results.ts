import type { FoundStory } from '../../gallery/search/story-engine.ts';
import { storyKindNames } from '../../gallery/story.ts';
import type { FoundDoc } from '../../search/ask-docs.ts';
import { docKinds, type SearchDoc } from '../../search/doc.ts';
import type { ExcerptPart } from '../../search/excerpt.ts';
import { excerptOf, highlighted } from '../../search/highlight.ts';
import { type SiteAnswer, storySection } from './site-answer.ts';

/** Makes the address of another page of the same search. */
export type AddressOf = (change: { text?: string; section?: string; count?: number }) => string;

type Made = Node | string;

const mostFormer = 4;

/** What a result says under its title. A unit says what it was before. */
function lineOf({ summary, former }: SearchDoc): string {
  if (former.length === 0) return summary;
  return `${summary} Trước đây: ${former.slice(0, mostFormer).join(', ')}${former.length > mostFormer ? ' …' : '.'}`;
}

/** Writes results into a document: the browser's, or the one that a function fills in. */
export class SiteResults {
  readonly #document: Document;
  readonly #addressOf: AddressOf;

  constructor(document: Document, addressOf: AddressOf) {
    this.#document = document;
    this.#addressOf = addressOf;
  }

  /** The groups of an answer, in order. */
  groups(answer: SiteAnswer, shown: number): Element[] {
    const { docs, docTotal, stories, text, unitWithoutStory } = answer;
    const ofDocs =
      docs.length > 0
        ? [
            this.#group(
              'Trên trang này',
              docTotal,
              docs.map((each) => this.#doc(each, text)),
              docTotal > docs.length ? { count: shown + 20 } : null,
            ),
          ]
        : [];
    const more = stories.total > stories.found.length ? { section: storySection, count: shown + 20 } : null;
    const ofStories =
      stories.total > 0
        ? [
            this.#group(
              'Điển hình',
              stories.total,
              stories.found.map((each) => this.#story(each, text)),
              more,
            ),
          ]
        : [];
    const missing = unitWithoutStory ? [this.#withoutStory(unitWithoutStory)] : [];
    return answer.storiesFirst ? [...ofStories, ...ofDocs] : [...ofDocs, ...missing, ...ofStories];
  }

  /** The pages where a search goes on that found nothing, or only what is near. */
  doors(docs: readonly SearchDoc[]): Element[] {
    return docs.map(({ href, title }) => this.#element('li', {}, this.#element('a', { href }, title)));
  }

  #element(name: string, attributes: Readonly<Record<string, string>>, ...children: Made[]): HTMLElement {
    const element = this.#document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  #group(name: string, total: number, rows: Element[], more: Parameters<AddressOf>[0] | null): Element {
    const count = this.#element('span', {}, `${total.toLocaleString('vi')} kết quả`);
    const link =
      more && this.#element('a', { class: 'action', href: this.#addressOf(more) }, `Xem thêm: ${name}`);
    return this.#element(
      'section',
      {},
      this.#element('h2', {}, name, ' ', count),
      this.#element('ol', { class: 'bare' }, ...rows),
      ...(link ? [this.#element('p', { class: 'more' }, link)] : []),
    );
  }

  #marked(parts: readonly ExcerptPart[]): Made[] {
    return parts.map(({ text, hit }) => (hit ? this.#element('mark', {}, text) : text));
  }

  #row(href: string, title: string, kind: string, line: string, text: string, sample: boolean): Element {
    return this.#element(
      'li',
      {},
      this.#element('p', { class: 'kind' }, kind),
      this.#element('h3', {}, this.#element('a', { href }, ...this.#marked(highlighted(title, text)))),
      ...(line ? [this.#element('p', { class: 'excerpt' }, ...this.#marked(highlighted(line, text)))] : []),
      ...(sample
        ? [this.#element('p', { class: 'sample' }, this.#element('strong', {}, 'Dữ liệu minh họa'))]
        : []),
    );
  }

  #doc({ doc, former }: FoundDoc, text: string): Element {
    const hasHit = (line: string): boolean => highlighted(line, text).some(({ hit }) => hit);
    const line = lineOf(doc);
    const excerpt = hasHit(doc.title) || hasHit(line) ? '' : excerptOf(doc.text, text);
    const kind = former ? `${docKinds[doc.kind].name} · trước đây: ${former}` : docKinds[doc.kind].name;
    const row = this.#row(doc.href, doc.title, kind, excerpt || line, text, false);
    const { door } = doc;
    if (door)
      row.append(this.#element('p', { class: 'door' }, this.#element('a', { href: door.href }, door.label)));
    return row;
  }

  #story({ url, name, unitName, year, summary, kind, result, sample }: FoundStory, text: string): Element {
    const kindName = Object.entries(storyKindNames).find(([id]) => id === kind)?.[1] ?? '';
    const row = this.#row(url, name, `Điển hình · ${kindName} · ${unitName}, ${year}`, summary, text, sample);
    if (result) {
      const [, words, sureness] = result;
      const line = this.#element('p', { class: 'result' }, words, ' ', this.#element('small', {}, sureness));
      row.querySelector('h3')?.after(line);
    }
    return row;
  }

  /** Says of a unit that it has no story, and leads to it. */
  #withoutStory({ doc }: FoundDoc): Element {
    const link = this.#element('a', { href: doc.href }, 'Mở đơn vị này');
    return this.#element('p', { class: 'missing' }, `Chưa có điển hình nào ở ${doc.title}. `, link);
  }
}
