import type { Element, ElementContent, Root } from 'hast';

const isAddress = (url: unknown): url is string =>
  typeof url === 'string' && /^(?:https?:\/\/|mailto:)/i.test(url);
const text = (value: string): ElementContent => ({ type: 'text', value });
const heading = /^h[1-6]$/;

/** A table in a box that scrolls by itself, with the keyboard too: it may be wider than a phone. */
const scrolling = (table: Element): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['wide'], role: 'region', ariaLabel: 'Bảng số liệu', tabIndex: 0 },
  children: [table],
});

/** A picture from elsewhere, which browsers would fetch, as a link; where its address is none, as its text. */
function pictureAsLink({ src, alt }: Element['properties']): ElementContent {
  const label = text(String(alt || src || ''));
  return isAddress(src)
    ? { type: 'element', tagName: 'a', properties: { href: src }, children: [label] }
    : label;
}

function fitElement(element: Element, levels: readonly string[]): ElementContent[] {
  const { tagName, properties } = element;
  const children = element.children.flatMap((child) => fit(child, levels));
  if (tagName === 'img') return [pictureAsLink(properties)];
  if (tagName === 'input') return [text(properties.checked ? '☑' : '☐')];
  if (tagName === 'a' && !isAddress(properties.href)) return children;
  if (tagName === 'table') return [scrolling({ ...element, children })];
  if (heading.test(tagName))
    return [{ ...element, tagName: `h${Math.min(6, levels.indexOf(tagName) + 2)}`, children }];
  const { align, ...others } = properties;
  return [
    { ...element, properties: align === 'right' ? { ...others, className: ['end'] } : others, children },
  ];
}

const fit = (node: ElementContent, levels: readonly string[]): ElementContent[] =>
  node.type === 'element' ? fitElement(node, levels) : [node];

const headingsIn = (nodes: readonly Root['children'][number][]): string[] =>
  nodes.flatMap((node) =>
    node.type === 'element'
      ? [node.tagName, ...headingsIn(node.children)].filter((name) => heading.test(name))
      : [],
  );

/**
 * Fits the elements of a story's text into its page: headings become `h2`, `h3` … without a gap, tables scroll, ticks of check
 * lists are signs, pictures from elsewhere are links, and a link that leads neither to the web nor to mail is its text.
 */
export const fitStory =
  () =>
  (tree: Root): Root => {
    const levels = [...new Set(headingsIn(tree.children))].toSorted();
    const children = tree.children.flatMap((node) =>
      node.type === 'element' || node.type === 'text' ? fit(node, levels) : [],
    );
    return { ...tree, children };
  };
