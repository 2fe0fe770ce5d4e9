import { officialDate } from '../../vietnamese/official-date.ts';
import type { Standing } from './coverage.ts';

/** A day as lists write it: “15/1/2027”. */
export const shortDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-').map(Number);
  return `${date}/${month}/${year}`;
};

/** Where one thing stands, as a cell of a table says it. */
export function cellWords(standing: Standing): string {
  if (standing.is === 'there') {
    const { filedOn, confirmedOn, lateDays } = standing;
    const late = lateDays > 0 ? `, sau hạn ${lateDays} ngày` : '';
    return filedOn ? `${shortDay(filedOn)}${late}` : `xác nhận ${shortDay(confirmedOn)}`;
  }
  return standing.is === 'overdue' ? 'Chưa có, đã quá hạn' : 'Chưa có';
}

/** Where one thing stands, as its unit reads it. `what`: “Báo cáo năm 2026”. */
export function sentence(what: string, standing: Standing): string {
  if (standing.is === 'there') {
    const { filedOn, confirmedOn, lateDays } = standing;
    const filed = filedOn ? `nhận ngày ${shortDay(filedOn)}` : 'đã nhận';
    const late = lateDays > 0 ? ` (sau hạn ${lateDays} ngày)` : '';
    return `${what}: ${filed}${late}, Sở Nội vụ xác nhận ngày ${shortDay(confirmedOn)}.`;
  }
  if (standing.is === 'overdue')
    return `${what}: chưa có trên trang này; hạn là ${officialDate(standing.due)}.`;
  return standing.due
    ? `${what}: chưa có trên trang này; hạn ${officialDate(standing.due)}.`
    : `${what}: chưa có trên trang này; Sở Nội vụ chưa công bố hạn.`;
}
