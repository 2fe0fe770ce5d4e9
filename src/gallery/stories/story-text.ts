import rehypeStringify from 'rehype-stringify';
import remarkBreaks from 'remark-breaks';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { fitStory } from './fit-story.ts';
import { repairMarkdown } from './repair-markdown.ts';

/**
 * What a story does not have: HTML, which is shown as text; code made by an indent, since Word indents every paragraph; and
 * footnotes, whose heading would be English.
 */
const disabled = ['htmlFlow', 'htmlText', 'codeIndented', 'gfmFootnoteCall', 'gfmFootnoteDefinition'];

function withoutDisabled(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: disabled } }];
}

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(withoutDisabled)
  .use(remarkBreaks)
  .use(remarkRehype)
  .use(fitStory)
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

/** The parts of a story's Markdown. The text should be repaired first: positions are those of the given text. */
export const parseStory = (text: string) => markdown.parse(text);

/** The HTML of a story's Markdown, for a place under an `h1`, as staff see it in Airtable: a line break stays one. */
export const storyHtml = (text: string): string => String(markdown.processSync(repairMarkdown(text)));
