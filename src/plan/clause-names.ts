import { z } from 'zod';
import namesJson from '../../content/plan/data/clause-names.json' with { type: 'json' };
import { awardForms, criteria, occasions, strands } from '../vocabulary/taxonomy.ts';
import { shortMark } from './components/short-mark.ts';

const named = z.record(z.string(), z.string().min(1).max(60)).parse(namesJson);

const awards = occasions
  .flatMap((occasion) => occasion.awards)
  .map(({ clause, form }): [string, string] => [
    clause,
    awardForms.find(({ id }) => id === form)?.name ?? form,
  ]);

/** Names of the site's lists, and those of `clause-names.json`, which take precedence. */
const names = new Map([
  ...[...strands, ...criteria].map(({ id, name }): [string, string] => [id, name]),
  ...awards,
  ...Object.entries(named),
]);

/** A clause of the plan has no name. Add it to content/plan/data/clause-names.json. */
export class UnnamedClauseError extends Error {
  override readonly name = 'UnnamedClauseError';
}

/** What a clause is about, in the site's words: “Đổi mới sáng tạo trong mọi hoạt động”. Throws UnnamedClauseError. */
export function clauseName(id: string): string {
  const name = names.get(id);
  if (name === undefined)
    throw new UnnamedClauseError(`Clause ${id} has no name in content/plan/data/clause-names.json.`);
  return name;
}

/** The clause as text names it everywhere but in citations: “II.3 · Đổi mới sáng tạo trong mọi hoạt động”. */
export const clauseHeading = (id: string): string => `${shortMark(id)} · ${clauseName(id)}`;
