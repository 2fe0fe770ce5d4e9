import { parseHTML } from 'linkedom';

/** How a specimen stands on the page. */
export interface SpecimenSetting {
  /** Prefix of every id and name in the specimen, so that two specimens of a component do not collide. */
  readonly id: string;
  /** Name that distinguishes the specimen's landmarks from those of the page. */
  readonly name: string;
  /** Brings the specimen into the state to show. */
  readonly state?: ((specimen: HTMLElement) => void) | undefined;
}

/** Level of the first heading in a specimen. The specimen's name is one level above. */
const firstLevel = 4;
const pointers = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list'];

/**
 * The HTML of a component as a specimen: in its state, without script, sending nothing, unseen by search, with ids,
 * names, headings and landmarks that fit a page of many.
 */
export function settle(html: string, { id, name, state }: SpecimenSetting): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const { body } = document;
  for (const script of body.querySelectorAll('script')) script.remove();
  state?.(body);
  nameLandmarks(body, name);
  placeHeadings(body);
  const own = new Set([...body.querySelectorAll('[id]')].map((element) => element.id));
  for (const element of body.querySelectorAll('*')) {
    keepOutOfSearch(element);
    prefix(element, id, own);
  }
  for (const form of body.querySelectorAll('form')) {
    form.setAttribute('method', 'get');
    form.setAttribute('action', `#${id}`);
  }
  return body.innerHTML;
}

/** Removes search marks: a sample is neither the plan's text nor a story. */
function keepOutOfSearch(element: Element): void {
  for (const attribute of element.getAttributeNames()) {
    if (/^data-(pagefind|nosnippet|plan-text|follow$)/.test(attribute)) element.removeAttribute(attribute);
  }
}

function prefix(element: Element, id: string, own: ReadonlySet<string>): void {
  for (const attribute of ['id', 'name']) {
    const value = element.getAttribute(attribute);
    if (value) element.setAttribute(attribute, `${id}-${value}`);
  }
  for (const pointer of pointers) {
    const value = element.getAttribute(pointer);
    if (value) element.setAttribute(pointer, value.replace(/[^\s]+/g, `${id}-$&`));
  }
  const fill = element.getAttribute('fill');
  if (fill) element.setAttribute('fill', fill.replace('url(#', `url(#${id}-`));
  const href = element.getAttribute('href');
  if (href?.startsWith('#'))
    element.setAttribute('href', own.has(href.slice(1)) ? `#${id}-${href.slice(1)}` : `#${id}`);
  // The pages of invented stories do not exist.
  if (href?.includes('/dien-hinh/mau-')) element.setAttribute('href', `#${id}`);
}

function nameLandmarks(body: HTMLElement, name: string): void {
  for (const [index, part] of body.querySelectorAll('nav, aside, search, section').entries()) {
    const label = part.getAttribute('aria-label') ?? labelOf(body, part) ?? '';
    part.removeAttribute('aria-labelledby');
    part.setAttribute('aria-label', [label, `mẫu ${index + 1}: ${name}`].filter(Boolean).join(', '));
  }
}

function labelOf(body: HTMLElement, part: Element): string | undefined {
  const heading = part.getAttribute('aria-labelledby');
  return heading ? body.querySelector(`[id="${heading}"]`)?.textContent?.trim() : undefined;
}

/** Headings keep their element and look. Their level for screen readers follows the page. */
function placeHeadings(body: HTMLElement): void {
  const headings = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = [...new Set(headings.map(({ localName }) => localName))].toSorted();
  for (const heading of headings) {
    heading.setAttribute('aria-level', String(Math.min(6, firstLevel + levels.indexOf(heading.localName))));
  }
}
