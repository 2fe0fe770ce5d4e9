import { isNode, nodeOf, type TreeNode } from './tree.ts';

/** What linkedom sets as it makes a node, and never changes. */
const constant = new Set<PropertyKey>(['ownerDocument', 'localName', 'nodeType', 'name']);

/** A node with its own properties as they were. */
interface NodeState {
  node: TreeNode;
  keys: readonly PropertyKey[];
  values: readonly unknown[];
}

/** A document as it was at one moment. */
export interface DocumentState {
  /** The nodes that are now otherwise: their neighbours, their parts or their values. */
  changed: () => NodeState[];
  /** Makes nodes again what they were. A node that was added is then in no list any more. */
  restore: (changed: readonly NodeState[]) => void;
}

function isAsItWas({ node, keys, values }: NodeState): boolean {
  for (let at = 0; at < keys.length; at += 1) if (node[keys[at] ?? ''] !== values[at]) return false;
  return true;
}

/** Remembers a document as it is now, so that what an answer does to it can be undone. */
export function stateOf(document: Document): DocumentState {
  const root = nodeOf(document);
  const nodes = new Set([root]);
  const states: NodeState[] = [];
  for (const node of nodes) {
    const keys = Reflect.ownKeys(node).filter((key) => !constant.has(key));
    for (const key of keys) {
      const value = node[key];
      if (isNode(value)) nodes.add(value);
      // Objects that are no nodes (an element's list of classes) are made from its attributes when they are asked for.
      else if (node !== root && typeof value === 'object') node[key] = null;
    }
    states.push({ node, keys, values: keys.map((key) => node[key]) });
  }
  return {
    changed: () => states.filter((state) => !isAsItWas(state)),
    restore: (changed) => {
      for (const { node, keys, values } of changed)
        for (const [at, key] of keys.entries()) node[key] = values[at];
    },
  };
}
