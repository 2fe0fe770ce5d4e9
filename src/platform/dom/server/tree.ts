import { parseHTML } from 'linkedom';

/** A node of linkedom's tree: a document, an element, an attribute, a text, or the end of an element. */
export interface TreeNode {
  nodeType: number;
  localName: string;
  [property: PropertyKey]: unknown;
}

export const isNode = (value: unknown): value is TreeNode =>
  typeof value === 'object' && value !== null && 'nodeType' in value;

/** The value as a node of the tree. Throws for what is none. */
export function nodeOf(value: unknown): TreeNode {
  if (!isNode(value)) throw new Error('This is no node of linkedom.');
  return value;
}

/** The property in which linkedom keeps a neighbour of a node. */
function linkNamed(node: TreeNode, name: string): symbol {
  const link = Object.getOwnPropertySymbols(node).find(({ description }) => description === name);
  if (!link) throw new Error(`linkedom has no link “${name}” any more: look into its shared/symbols.js.`);
  return link;
}

const sample = nodeOf(parseHTML('<p>').document.querySelector('p'));

/** Leads to the next node: an element, its attributes, what it holds, and its end are all in one list. */
export const nextLink = linkNamed(sample, 'next');
/** Leads from an element to its end. */
export const endLink = linkNamed(sample, 'end');
/** Leads from an end to its element. */
export const startLink = linkNamed(nodeOf(sample[endLink]), 'start');

/** The kinds of nodes, as linkedom numbers them: the DOM's own, and an end. */
export const kinds = { element: 1, attribute: 2, end: -1 } as const;
