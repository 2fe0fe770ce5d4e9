import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** One numbered place of the plan with its text, word for word. */
export interface Clause {
  /** Stable id after the plan's numbering, bullets counted from 1: `iii-1-2-3`. Also its address. */
  readonly id: string;
  /** The printed mark, `I.`, `1.1.`, `a)`, `-`; empty for a paragraph without one. */
  readonly marker: string;
  /** The printed heading; null where the clause has none. */
  readonly title: string | null;
  /** Plain text of the clause's own paragraphs, which stand before its children. */
  readonly paragraphs: readonly string[];
  readonly children: readonly Clause[];
}

/** A plan file has an invalid structure. `clause` is the id of the faulty clause, null where there is none. */
export class PlanClauseError extends Error {
  override readonly name = 'PlanClauseError';
  readonly clause: string | null;

  constructor(message: string, clause: string | null, options?: ErrorOptions) {
    super(message, options);
    this.clause = clause;
  }
}

type ClauseElement = Extract<RootContent, { type: 'mdxJsxFlowElement' }>;

const parser = unified().use(remarkParse).use(remarkMdx);

/**
 * Reads the top clauses of one `content/plan/*.mdx` body (without its front matter).
 * Throws `PlanClauseError` for a duplicate id, a Clause without id, text outside a Clause, or anything else than clauses of plain text.
 */
export function parseClauses(mdxBody: string): Clause[] {
  const seen = new Set<string>();
  return readTree(mdxBody).map((node) => readClause(asElement(node, null), null, seen));
}

function readTree(mdxBody: string): RootContent[] {
  try {
    return parser.parse(mdxBody).children;
  } catch (cause) {
    throw new PlanClauseError('The plan file is not valid MDX: see the cause for the line.', null, { cause });
  }
}

function asElement(node: RootContent, parent: string | null): ClauseElement {
  if (node.type === 'mdxJsxFlowElement' && node.name === 'Clause') return node;
  if (node.type === 'paragraph') {
    const text = paragraphText(node, parent);
    throw new PlanClauseError(`Text outside a Clause: “${text.slice(0, 60)}”. Put it in one.`, parent);
  }
  const line = node.position?.start.line ?? '?';
  throw new PlanClauseError(
    `Line ${line} holds a ${node.type}${inClause(parent)}. Use only <Clause> on its own line and plain text.`,
    parent,
  );
}

function readClause(element: ClauseElement, parent: string | null, seen: Set<string>): Clause {
  const line = element.position?.start.line ?? '?';
  const id = attribute(element, 'id', parent);
  if (!id) throw new PlanClauseError(`The Clause on line ${line}${inClause(parent)} has no id.`, parent);
  if (seen.has(id))
    throw new PlanClauseError(`Two clauses have the id “${id}”; the second is on line ${line}.`, id);
  seen.add(id);

  const paragraphs: string[] = [];
  const children: Clause[] = [];
  for (const node of element.children) {
    if (node.type !== 'paragraph') children.push(readClause(asElement(node, id), id, seen));
    else if (children.length === 0) paragraphs.push(paragraphText(node, id));
    else throw new PlanClauseError(`Clause “${id}” has text after its children; move it before them.`, id);
  }
  const title = attribute(element, 'title', id);
  return { id, marker: attribute(element, 'marker', id) ?? '', title, paragraphs, children };
}

function attribute(element: ClauseElement, name: string, clause: string | null): string | null {
  for (const item of element.attributes) {
    if (item.type !== 'mdxJsxAttribute' || item.name !== name) continue;
    if (typeof item.value === 'string') return item.value;
    throw new PlanClauseError(`The ${name} of a Clause${inClause(clause)} must be a quoted string.`, clause);
  }
  return null;
}

function paragraphText(paragraph: Paragraph, clause: string | null): string {
  return paragraph.children
    .map((node) => plainText(node, clause))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function plainText(node: PhrasingContent, clause: string | null): string {
  if (node.type === 'text') return node.value;
  throw new PlanClauseError(
    `A paragraph${inClause(clause)} holds a ${node.type}; the plan is plain text, so escape the mark.`,
    clause,
  );
}

function inClause(clause: string | null): string {
  return clause === null ? '' : ` in clause “${clause}”`;
}
