import type { Clause } from './clauses.ts';
import { planDocument } from './schema.ts';

/** A clause found in the plan, with what contains it, outermost first. */
export interface FoundClause {
  readonly clause: Clause;
  readonly ancestors: readonly Clause[];
}

/** The clauses before and after one in reading order; null at either end. */
export interface Neighbours {
  readonly previous: Clause | null;
  readonly next: Clause | null;
}

/** Every clause in reading order: each before its children. */
export function flatten(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => [clause, ...flatten(clause.children)]);
}

/** The clause of that id under the top clauses, or null where there is none. */
export function findClause(clauses: readonly Clause[], id: string): FoundClause | null {
  for (const clause of clauses) {
    if (clause.id === id) return { clause, ancestors: [] };
    const found = findClause(clause.children, id);
    if (found) return { clause: found.clause, ancestors: [clause, ...found.ancestors] };
  }
  return null;
}

/** The clauses before and after a clause in reading order; both null for an id that is not in the plan. */
export function neighbours(clauses: readonly Clause[], id: string): Neighbours {
  const all = flatten(clauses);
  const index = all.findIndex((clause) => clause.id === id);
  if (index === -1) return { previous: null, next: null };
  return { previous: all[index - 1] ?? null, next: all[index + 1] ?? null };
}

/** A heading as a list shows it: without the colon or stop that leads into the text under it. */
export function bareTitle(title: string): string {
  return title.replace(/[:.]$/, '');
}

/** Names of the two parts that carry no number in the plan. */
const unnumbered = [
  { id: 'can-cu', name: 'phần căn cứ' },
  { id: 'ket-thuc', name: 'phần kết thúc' },
] as const;

/** Citation in official style: “gạch đầu dòng thứ 3 điểm 1.2 mục III Kế hoạch 113/KH-UBND”. */
export function clauseCitation(clause: Pick<Clause, 'id' | 'marker'>): string {
  const plan = `Kế hoạch ${planDocument.number}`;
  const part = unnumbered.find(({ id }) => clause.id === id || clause.id.startsWith(`${id}-`));
  if (part) {
    const paragraph = clause.id === part.id ? '' : `đoạn thứ ${clause.id.slice(part.id.length + 1)} `;
    return `${paragraph}${part.name} ${plan}`;
  }
  const { numbers, bullet } = address(clause);
  const [section, ...below] = numbers;
  const points = below.filter((number) => /^\d/.test(number)).join('.');
  const letter = below.find((number) => /^[a-z]$/.test(number));
  return [
    bullet === null ? '' : `gạch đầu dòng thứ ${bullet}`,
    letter ? `tiết ${letter}` : '',
    points ? `điểm ${points}` : '',
    `mục ${section}`,
    plan,
  ]
    .filter(Boolean)
    .join(' ');
}

/** `iii-1-2-3` with the marker `-` → III, 1, 2 and bullet 3. */
function address({ id, marker }: Pick<Clause, 'id' | 'marker'>): {
  numbers: string[];
  bullet: string | null;
} {
  const [section = '', ...rest] = id.split('-');
  const isBullet = marker === '-';
  const below = isBullet ? rest.slice(0, -1) : rest;
  return { numbers: [section.toUpperCase(), ...below], bullet: isBullet ? (rest.at(-1) ?? null) : null };
}
