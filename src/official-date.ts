/**
 * A date as official texts write it: “ngày 24 tháng 6 năm 2026”, two digits for days below 10 and for months 1 and 2.
 * @param date `YYYY-MM-DD`
 */
export function officialDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}
