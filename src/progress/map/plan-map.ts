import type { Adoption } from '../../gallery/adoptions/adoption.ts';
import { storiesOfClause } from '../../gallery/clause-stories/clause-stories.ts';
import { localDay } from '../../gallery/stories/story-terms.ts';
import type { Story } from '../../gallery/story.ts';
import { clauseName } from '../../plan/clause-names.ts';
import type { Clause } from '../../plan/clauses.ts';
import { shortMark } from '../../plan/components/short-mark.ts';
import { flatten } from '../../plan/outline.ts';
import { owed } from '../../plan/owed.ts';
import { awaitedTexts, guidance } from '../../vocabulary/guidance.ts';
import { type CoverageLine, openedYears } from '../coverage/coverage.ts';
import { type ConfirmedFiling, movementYears, planForm, reportForm } from '../filing.ts';

/** What the map is made of. */
export interface MapSources {
  clauses: readonly Clause[];
  stories: readonly Story[];
  adoptions: readonly Adoption[];
  lines: readonly CoverageLine[];
  filings: readonly ConfirmedFiling[];
  /** `YYYY-MM-DD`. */
  today: string;
}

/** A clause with what the site knows of its progress. */
export interface ClauseProgress {
  id: string;
  mark: string;
  name: string;
  /** Depth in the plan; 0 for a section. */
  depth: number;
  /** Published stories that prove it; null for a clause that stories do not prove. */
  stories: number | null;
  /** Units that apply a model that proves it. */
  adoptions: number | null;
  /** Of what a duty asks, how much is done; null where the site follows no duty of the clause. */
  duty: { done: number; of: number; what: string } | null;
  /** The day of the last thing that happened; null for “chưa có”. `YYYY-MM-DD`. */
  lastOn: string | null;
  /** Where one goes to fill the gap; null where nothing is missing, or nothing can be filed. */
  door: { href: string; label: string } | null;
}

/** Stories prove strands and criteria. */
const isProved = (id: string) => /^(ii|iii-1)(-|$)/.test(id);

const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;

const reported = (lines: readonly CoverageLine[], year: number) =>
  lines.filter(({ reports }) =>
    reports.some((report) => report.year === year && report.standing.is === 'there'),
  ).length;

/** The year for which units report now: the last one that rows opened, or a later one for which more have reported. */
function reportYear({ lines, today }: MapSources): number {
  const years = lines[0]?.reports.map(({ year }) => year) ?? [];
  return years.reduce(
    (year, later) => (later > year && reported(lines, later) > reported(lines, year) ? later : year),
    Math.max(...openedYears(today), movementYears[0]),
  );
}

function formDuty(form: typeof planForm | typeof reportForm, sources: MapSources) {
  const { lines, filings } = sources;
  const last = latest(
    filings.flatMap(({ shown, confirmedOn }) => (shown.form === form ? [confirmedOn] : [])),
  );
  const year = reportYear(sources);
  const [done, what] =
    form === planForm
      ? [lines.filter(({ plan }) => plan.is === 'there').length, 'đơn vị đã ban hành']
      : [reported(lines, year), `đơn vị đã báo cáo năm ${year}`];
  return { duty: { done, of: lines.length, what }, last, door: { href: `/${form}/`, label: 'Báo ở đây' } };
}

/** What the site follows of a clause's duty: the forms of units, and the texts of departments. */
function dutyOf(id: string, sources: MapSources) {
  const form = ([planForm, reportForm] as const).find((one) =>
    owed.some((duty) => duty.id === id && duty.form === one),
  );
  if (form) return formDuty(form, sources);
  const awaited = awaitedTexts.find(({ clause }) => clause === id);
  if (!awaited) return null;
  const issued = guidance().filter((one) => one.awaited.role === awaited.role);
  return {
    duty: { done: issued.length > 0 ? 1 : 0, of: 1, what: `văn bản ${awaited.who} ban hành` },
    last: latest(issued.map(({ text }) => text.date)),
    door: { href: '/phan-hoi/', label: 'Báo đã ban hành' },
  };
}

/** Who does what a clause asks may propose someone; who has a way to do what a strand asks may describe it. */
const gapDoor = (id: string) =>
  id.startsWith('iii')
    ? { href: '/de-cu/', label: 'Đề cử' }
    : { href: '/de-cu/mo-hinh/', label: 'Giới thiệu mô hình' };

function progressOf(clause: Clause, depth: number, sources: MapSources): ClauseProgress {
  const { id } = clause;
  const proving = isProved(id) ? storiesOfClause(sources.stories, id) : [];
  const models = new Set(proving.map((story) => story.id));
  const applied = sources.adoptions.filter(({ model }) => models.has(model));
  const followed = dutyOf(id, sources);
  const isGap = isProved(id) && proving.length === 0;
  const isUndone = followed !== null && followed.duty.done < followed.duty.of;
  const door = isGap ? gapDoor(id) : null;
  return {
    id,
    mark: shortMark(id),
    name: clauseName(id),
    depth,
    stories: isProved(id) ? proving.length : null,
    adoptions: isProved(id) ? applied.length : null,
    duty: followed?.duty ?? null,
    lastOn: latest([
      ...proving.map(({ publishedAt }) => localDay(publishedAt)),
      ...applied.map(({ since }) => `${since}-01`),
      followed?.last ?? null,
    ]),
    door: door ?? (isUndone ? followed.door : null),
  };
}

/** Every clause of the plan, in its order, with its progress. */
export function planMap(sources: MapSources): ClauseProgress[] {
  const depths = new Map<string, number>();
  const walk = (clauses: readonly Clause[], depth: number) => {
    for (const clause of clauses) {
      depths.set(clause.id, depth);
      walk(clause.children, depth + 1);
    }
  };
  walk(sources.clauses, 0);
  return flatten(sources.clauses).map((clause) => progressOf(clause, depths.get(clause.id) ?? 0, sources));
}

/** Whether the site can tell anything of a clause. */
export const isFollowed = ({ stories, duty }: ClauseProgress): boolean => stories !== null || duty !== null;
