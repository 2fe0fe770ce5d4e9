import { duties, occasions, phases } from '../../vocabulary/taxonomy.ts';

/** Something for which the plan sets a time. */
export interface Due {
  /** The time in the plan's words: “Năm 2027”, “Định kỳ hằng năm”. */
  when: string;
  what: string;
  /** The responsible body; null where the plan names none in that clause. */
  who: string | null;
  clause: string;
}

const quarterEnds = { I: '03-31', II: '06-30', III: '09-30', IV: '12-31' };

/** The last day of a time in words, `YYYY-MM-DD`: “Quý II/2026”, “Năm 2027”; null where the words name no year. */
function endOf(when: string): string | null {
  const [, quarter, year] = /(?:Quý (I|II|III|IV)\/|Năm )(\d{4})$/.exec(when) ?? [];
  if (!year) return null;
  const end = Object.entries(quarterEnds).find(([name]) => name === quarter)?.[1] ?? '12-31';
  return `${year}-${end}`;
}

/** Yearly dates first, then future dates in order of time. `today` is `YYYY-MM-DD`. */
export function dueFrom(today: string): Due[] {
  const reports = duties.flatMap(({ id, who, what, when }) =>
    when ? [{ when, what, who, clause: id }] : [],
  );
  const awards = occasions
    .filter(({ id }) => id === 'hang-nam')
    .map(({ name, clause }) => ({
      when: name,
      what: 'Khen thưởng tập thể, cá nhân có thành tích xuất sắc, theo thẩm quyền',
      who: 'Các sở, ban, ngành, đoàn thể, các xã, phường',
      clause,
    }));
  const ahead = phases
    .flatMap(({ milestones }) => milestones)
    .filter(({ when }) => (endOf(when) ?? '') >= today)
    .map(({ name, when, clause }) => ({ when, what: name, who: null, clause }));
  return [...reports, ...awards, ...ahead];
}
