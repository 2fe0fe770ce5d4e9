import { endLink, isNode, kinds, nextLink, nodeOf, startLink, type TreeNode } from './tree.ts';

/** Most nodes of a part that is written once: a question of a form has about fifty, a list of all communes some hundreds. */
const mostNodes = 400;

/** The elements that have no end tag. https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** A part of a page: an element with what it holds. */
interface Part {
  html: string;
  nodes: readonly TreeNode[];
}

/** The parts of a document, written once. */
export interface WrittenParts {
  /** Writes the document as it is now. What is in no part, and a part with one of these changed nodes in it, is written anew. */
  write: (changed: Iterable<TreeNode>) => string;
}

/** The nodes of an element: itself and all up to its end, which is not among them. */
function nodesOf(root: TreeNode): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let node = root; node !== root[endLink]; node = nodeOf(node[nextLink])) nodes.push(node);
  return nodes;
}

/** The largest elements of at most `mostNodes` nodes. */
function* partsOf(root: TreeNode): Generator<[TreeNode, Part]> {
  const all = nodesOf(root);
  const places = new Map(all.map((node, place) => [node, place]));
  for (let place = 1; place < all.length; place += 1) {
    const node = all[place];
    const end = node?.[endLink];
    if (node?.nodeType !== kinds.element || !isNode(end)) continue;
    const last = places.get(end) ?? 0;
    if (last - place >= mostNodes) continue;
    yield [node, { html: String(node), nodes: all.slice(place, last + 1) }];
    place = last;
  }
}

/** The end tag of an element, or what stands in its place. */
function endOf(element: TreeNode, isOpened: boolean): string {
  if (!isOpened) return `</${element.localName}>`;
  if ('ownerSVGElement' in element) return ' />';
  return voidElements.has(element.localName) ? '>' : `></${element.localName}>`;
}

/** Writes an element as `outerHTML` of linkedom does, but takes what was written before where that is `known`. */
function write(root: TreeNode, known: (node: TreeNode) => string | undefined): string {
  let html = '';
  let isOpened = false;
  for (let node = root; ; node = nodeOf(node[nextLink])) {
    const { nodeType } = node;
    if (nodeType === kinds.attribute) html += ` ${String(node)}`;
    else if (nodeType === kinds.end) {
      html += endOf(nodeOf(node[startLink]), isOpened);
      isOpened = false;
      if (node === root[endLink]) return html;
    } else {
      if (isOpened) html += '>';
      const isElement = nodeType === kinds.element;
      // Elements that hold text alone write themselves in a way of their own.
      const isPlain = isElement && node.toString === root.toString;
      const written = isElement ? known(node) : undefined;
      isOpened = isPlain && written === undefined;
      html += isOpened ? `<${node.localName}` : (written ?? String(node));
      if (isElement && !isOpened) node = nodeOf(node[endLink]);
    }
  }
}

/** Writes the parts of a document once, for all its answers. */
export function writtenParts(document: Document): WrittenParts {
  const root = nodeOf(document.documentElement);
  const parts = new Map(partsOf(root));
  const partOf = new Map([...parts.values()].flatMap((part) => part.nodes.map((node) => [node, part])));
  return {
    write: (changed) => {
      const touched = new Set<Part | undefined>();
      for (const node of changed) touched.add(partOf.get(node));
      return write(root, (node) => {
        const part = parts.get(node);
        return part && !touched.has(part) ? part.html : undefined;
      });
    },
  };
}
