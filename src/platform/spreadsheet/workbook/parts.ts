import type { Budget } from '../budget.ts';
import { readPart } from '../read-part.ts';
import { attributesOf } from '../xml-text.ts';
import { partName, type Zip } from '../zip.ts';

/** A link from one part of a package to another (ECMA-376 part 2, 6.5). */
export interface Relationship {
  id: string;
  /** The last word of the type: `worksheet`, `styles`. Both dialects of the format use the same word. */
  type: string;
  /** Normalised name of the target part. */
  target: string;
}

const folderOf = (part: string) => part.slice(0, part.lastIndexOf('/') + 1);

/** `xl/workbook.xml` and `../media/a.png` → `media/a.png`. */
function resolve(source: string, written: string): string {
  const target = written.replaceAll('\\', '/');
  const steps = (target.startsWith('/') ? target : folderOf(source) + target).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return partName(path.join('/'));
}

/** The links of a part, or of the package (`''`); empty where the file of links is missing. */
export function relationshipsOf(zip: Zip, source: string, budget: Budget): Relationship[] {
  const file = `${folderOf(source)}_rels/${source.slice(folderOf(source).length)}.rels`;
  const links: Relationship[] = [];
  if (!zip.has(file)) return links;
  readPart(zip, file, budget, {
    open(name, tag) {
      const attributes = attributesOf(tag);
      if (name !== 'Relationship' || attributes.get('targetmode')?.toLowerCase() === 'external') return;
      links.push({
        id: attributes.get('id') ?? '',
        type: (attributes.get('type') ?? '').split('/').at(-1)?.toLowerCase() ?? '',
        target: resolve(source, attributes.get('target') ?? ''),
      });
    },
    text() {},
    close() {},
  });
  return links;
}
