/** An object of linkedom's tree: a document, an element, an attribute, a text, or the end of an element. */
const isNode = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && 'nodeType' in value;

/** How to make a node again. */
interface NodePlan {
  prototype: object | null;
  /** Its own properties: another node, by its place in the plan, or a value that all copies share. */
  fields: { key: PropertyKey; place: number | undefined; value: unknown }[];
}

function planOf(document: Document): NodePlan[] {
  const places = new Map<object, number>([[document, 0]]);
  const placeOf = (node: object) => {
    const place = places.get(node) ?? places.size;
    places.set(node, place);
    return place;
  };
  const plan: NodePlan[] = [];
  for (const [node] of places) {
    const fields = Reflect.ownKeys(node).map((key) => {
      const value: unknown = Reflect.get(node, key);
      // Objects that are not nodes, such as classList, are not copied: linkedom makes them from the attributes on access.
      const isMadeAgain = node !== document && typeof value === 'object';
      return isNode(value)
        ? { key, place: placeOf(value), value: null }
        : { key, place: undefined, value: isMadeAgain ? null : value };
    });
    plan.push({ prototype: Object.getPrototypeOf(node), fields });
  }
  return plan;
}

/**
 * Returns a function that copies a document of linkedom as it is now, in a tenth of the time of `cloneNode`: that one registers
 * every attribute for events, which is what it takes so long for. So no copied node takes a listener.
 */
export function documentCopier(document: Document): () => Document {
  const plan = planOf(document);
  return () => {
    const nodes = plan.map(({ prototype }) => Object.create(prototype));
    for (const [index, { fields }] of plan.entries()) {
      const node = nodes[index];
      for (const { key, place, value } of fields) node[key] = place === undefined ? value : nodes[place];
    }
    return nodes[0];
  };
}
