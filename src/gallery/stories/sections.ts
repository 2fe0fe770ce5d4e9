import type { Heading, RootContent } from 'mdast';
import { fold } from '../../vietnamese/fold.ts';
import { repairMarkdown } from './repair-markdown.ts';
import { parseStory } from './story-text.ts';

/** The parts of every model's text, in order. The contact follows them. */
export const modelParts = [
  'Bối cảnh',
  'Cách làm',
  'Tính mới',
  'Kết quả',
  'Chi phí',
  'Điều kiện nhân rộng',
  'Bài học',
] as const;

type ModelPart = (typeof modelParts)[number];

interface Section {
  /** Null for text before the first heading and under headings that the template does not know. */
  part: ModelPart | null;
  title: string | null;
  depth: Heading['depth'];
  text: string;
}

/** The text of a model in the order of the template, and its missing parts. */
export interface ModelText {
  markdown: string;
  missing: ModelPart[];
}

/** “1.”, “2)”, “IV.”, “a)” before a heading. */
const numeral = /^(?:\d{1,2}|[ivx]{1,4}|[a-hđ])\s*[.):/-]\s*/iu;
const emphasis = /\*\*|__|[*_]/g;

/** A heading without its number and its colon: `1. BỐI CẢNH:` → `BỐI CẢNH`. */
const bare = (heading: string) =>
  heading.replace(emphasis, '').trim().replace(numeral, '').replace(/\s*:$/, '');

/** The folded heading between spaces, so that only whole words match. */
const words = (heading: string) => ` ${fold(bare(heading)).replace(/\s+/g, ' ')} `;

/** The part that a heading begins, even where the heading has more words: “Bài học kinh nghiệm”. */
function partOf(heading: string): ModelPart | null {
  return modelParts.find((part) => words(heading).startsWith(words(part))) ?? null;
}

const sourceOf = (markdown: string, node: RootContent) =>
  markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** A heading, or a paragraph that is only the bold name of a part, which some people type instead of a heading. */
function headingOf(markdown: string, node: RootContent, depth: Heading['depth']) {
  if (node.type === 'heading') {
    const [first, last] = [node.children[0], node.children.at(-1)];
    const title = markdown.slice(first?.position?.start.offset ?? 0, last?.position?.end.offset ?? 0);
    return { title: first ? title : '', depth: node.depth };
  }
  const isBold =
    node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong';
  const title = isBold ? sourceOf(markdown, node) : '';
  return isBold && partOf(title) ? { title, depth } : null;
}

/** Cuts at headings of parts, and at headings that are not below the current part. */
function sectionsOf(markdown: string): Section[] {
  const { children } = parseStory(markdown);
  const top = children.reduce<Heading['depth']>(
    (least, node) => (node.type === 'heading' && node.depth < least ? node.depth : least),
    6,
  );
  const depth = children.some(({ type }) => type === 'heading') ? top : 2;
  const starts = children.flatMap((node, index) => {
    const heading = headingOf(markdown, node, depth);
    return heading ? [{ ...heading, part: partOf(heading.title), node, index }] : [];
  });
  const cuts: typeof starts = [];
  for (const start of starts) {
    const under = cuts.at(-1);
    if (start.part || !under || start.depth <= under.depth) cuts.push(start);
  }
  const before = markdown.slice(0, cuts[0]?.node.position?.start.offset ?? markdown.length);
  const sections = cuts.map(({ part, title, depth, node }, place): Section => {
    const end = cuts[place + 1]?.node.position?.start.offset ?? markdown.length;
    const text = markdown.slice(node.position?.end.offset ?? 0, end).trim();
    return { part, title: part ? bare(title) : title, depth: part ? top : depth, text };
  });
  return [{ part: null, title: null, depth: top, text: before.trim() }, ...sections];
}

/** Uses the template's words where the heading adds nothing to them. */
const titleOf = ({ part, title }: Section) =>
  part && fold(title ?? '') === fold(part) ? part : (title ?? '');

const written = (section: Section) =>
  section.title === null
    ? section.text
    : `${'#'.repeat(section.depth)} ${titleOf(section)}\n\n${section.text}`.trim();

/** Whether a part is told; a heading may name two parts: “Kết quả và bài học”. */
const isTold = (name: ModelPart, sections: readonly Section[]) =>
  sections.some(({ part, title }) => part === name || words(title ?? '').includes(words(name)));

/**
 * Puts the text of a model into the order of the template. Text before the first heading stays first; sections with unknown
 * headings follow the template's parts. An empty part counts as missing.
 */
export function modelText(markdown: string): ModelText {
  const sections = sectionsOf(repairMarkdown(markdown));
  const filled = sections.filter(({ part, text }) => text !== '' || part === null);
  const [opening, ...others] = filled.filter(({ part }) => part === null);
  const parts = modelParts.flatMap((name) => filled.filter(({ part }) => part === name));
  return {
    markdown: [opening, ...parts, ...others]
      .map((section) => (section ? written(section) : ''))
      .filter(Boolean)
      .join('\n\n'),
    missing: modelParts.filter((name) => !isTold(name, filled)),
  };
}
