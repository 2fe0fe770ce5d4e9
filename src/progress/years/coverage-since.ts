import type { CoverageLine, Standing } from '../coverage/coverage.ts';
import { cellWords, shortDay } from '../coverage/words.ts';
import type { Closing } from './closing.ts';

const dayOf = (standing: Standing) =>
  standing.is === 'there' ? (standing.filedOn ?? standing.confirmedOn) : null;

/** How one thing of a unit stands otherwise now; null where it does not, or only its deadline went by. */
function change(what: string, then: Standing, now: Standing): string | null {
  if (dayOf(then) === dayOf(now)) return null;
  if (now.is !== 'there') return `${what} không còn được xác nhận`;
  const said = `${cellWords(now)}, Sở Nội vụ xác nhận ${shortDay(now.confirmedOn)}`;
  return then.is === 'there'
    ? `${what} nay ghi ${said}; lúc chốt ghi ${cellWords(then)}`
    : `có ${what}, ${said}`;
}

/** What units filed, took back or had corrected since a year was closed. */
export function coverageSince({ document, year }: Closing, lines: readonly CoverageLine[]): string[] {
  const now = new Map(lines.map((line) => [line.unit.code, line]));
  return document.lines.flatMap(({ code, name, plan, criteria, report }) => {
    const line = now.get(code);
    const reported = line?.reports.find((one) => one.year === year)?.standing;
    if (!line || !reported) return [];
    return [
      change('kế hoạch', plan, line.plan),
      change('tiêu chí', criteria, line.criteria),
      change('báo cáo', report, reported),
    ].flatMap((said) => (said ? [`${name}: ${said}`] : []));
  });
}
