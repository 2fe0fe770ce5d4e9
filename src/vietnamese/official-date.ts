/**
 * A date as official texts write it: “ngày 24 tháng 6 năm 2026”, two digits for days below 10 and for months 1 and 2.
 * @param date `YYYY-MM-DD`
 */
export function officialDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

const inVietnam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The day in Việt Nam at an instant, `YYYY-MM-DD`. */
export function dayInVietnam(instant: Date): string {
  return inVietnam.format(instant).slice(0, 10);
}

/** An instant as “09:05 ngày 24 tháng 6 năm 2026”, in Việt Nam's time. */
export function officialDateTime(instant: Date): string {
  return `${inVietnam.format(instant).slice(11)} ${officialDate(dayInVietnam(instant))}`;
}
