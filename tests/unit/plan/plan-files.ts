import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Clause, parseClauses } from '../../../src/plan/clauses.ts';
import { type ClauseRepair, planPartSchema } from '../../../src/plan/schema.ts';

const root = new URL('../../../', import.meta.url);
const folder = new URL('content/plan/', root);

interface PlanFile {
  order: number;
  repairs: ClauseRepair[];
  clauses: Clause[];
}

function readPart(name: string): PlanFile {
  const [, frontMatter, body] = readFileSync(new URL(name, folder), 'utf8').split(/^---$/m);
  if (frontMatter === undefined || body === undefined) throw new Error(`${name} has no front matter.`);
  return { ...planPartSchema.parse(parse(frontMatter)), clauses: parseClauses(body) };
}

/** The plan's parts in reading order, as the pages get them. */
export const parts: PlanFile[] = readdirSync(folder)
  .filter((name) => name.endsWith('.mdx'))
  .map(readPart)
  .sort((a, b) => a.order - b.order);

/** The top clauses of the whole plan. */
export const clausesOfPlan: Clause[] = parts.flatMap(({ clauses }) => clauses);

/** The source text as it was received. */
export const sourceText = readFileSync(new URL('tests/fixtures/ke-hoach-113-2026.txt', root), 'utf8');
