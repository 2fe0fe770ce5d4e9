import { formerNamesOf } from '../../vocabulary/former-unit-names.ts';

/** Former names of a unit that ended on one day; `until` is undefined where no source gives the day. */
export interface FormerLine {
  until: string | undefined;
  /** “Xã Bình Sơn (huyện Long Thành)”, “Sở Tài nguyên và Môi trường (phần việc môi trường)”. */
  names: string[];
}

/** The former names of a unit and of the units that it took over, by the day on which they ended, latest first. */
export function formerLines(code: string): FormerLine[] {
  const byDay = Map.groupBy(formerNamesOf.get(code) ?? [], ({ until }) => until);
  return [...byDay]
    .map(([until, names]) => ({
      until,
      names: names.map(({ name, part, districts = [] }) => {
        const more = [...districts, ...(part ? [`phần việc ${part}`] : [])].join(', ');
        const shown = name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
        return more ? `${shown} (${more})` : shown;
      }),
    }))
    .sort((a, b) => dayOf(b.until) - dayOf(a.until));
}

/** “30/4/2026” as a number that sorts by time. */
function dayOf(until = ''): number {
  const [day = 0, month = 0, year = 0] = until.split('/').map(Number);
  return year * 10_000 + month * 100 + day;
}
