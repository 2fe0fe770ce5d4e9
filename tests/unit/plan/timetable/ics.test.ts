import { expect, test } from '@playwright/test';
import { announcementCalendar } from '../../../../src/gallery/press/announcement-calendar.ts';
import { CalendarError, planCalendar } from '../../../../src/plan/timetable/ics.ts';
import type { Moment } from '../../../../src/vocabulary/owner-settings.ts';
import { phases } from '../../../../src/vocabulary/taxonomy.ts';

const site = new URL('https://vi-du.example/');
const text = planCalendar(phases, site);
const unfolded = text.replaceAll('\r\n ', '');
const linesOf = (name: string): string[] => unfolded.split('\r\n').filter((line) => line.startsWith(name));

test('every milestone is one all-day event over the period that the plan names', () => {
  expect(linesOf('DTSTART')).toEqual([
    'DTSTART;VALUE=DATE:20260401',
    'DTSTART;VALUE=DATE:20270101',
    'DTSTART;VALUE=DATE:20300101',
  ]);
  expect(linesOf('DTEND')).toEqual([
    'DTEND;VALUE=DATE:20260701',
    'DTEND;VALUE=DATE:20280101',
    'DTEND;VALUE=DATE:20310101',
  ]);
});

test('an event keeps its UID in every build and at every address of the site', () => {
  const ids = linesOf('UID:');
  expect(new Set(ids).size).toBe(phases.flatMap(({ milestones }) => milestones).length);
  const elsewhere = planCalendar(phases, new URL('http://localhost:8888/')).replaceAll('\r\n ', '');
  for (const id of ids) expect(elsewhere).toContain(`${id}\r\n`);
});

test('an event names its clause, in Vietnamese, and blocks nobody’s time', () => {
  expect(linesOf('URL:')).toEqual([
    'URL:https://vi-du.example/ke-hoach/v-1-1/',
    'URL:https://vi-du.example/ke-hoach/v-1-1/',
    'URL:https://vi-du.example/ke-hoach/v-1-2/',
  ]);
  expect(linesOf('SUMMARY:')[2]).toBe('SUMMARY:Tổng kết Phong trào thi đua (Năm 2030)');
  expect(linesOf('TRANSP:')).toEqual(Array.from({ length: 3 }, () => 'TRANSP:TRANSPARENT'));
});

test('lines end in CRLF and have at most 75 octets, with any letters', () => {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
});

/** Origins that a browser opens: every length of a port, hosts of one word, of IPv4, of IPv6, with a sign that names may have. */
const origins = ['thi-dua', 'localhost', '10.0.0.1', '[::1]', 'may_chu.noi-bo', 'đồng-nai.vn'].flatMap(
  (host) => ['', ':8', ':80', ':808', ':8080', ':65535'].map((port) => `http://${host}${port}/`),
);

test('a calendar is written for a site at any address', () => {
  const moment: Moment = {
    is: 'moment',
    kind: 'cong-khai',
    name: 'Đợt công bố giữa năm, có tên dài hơn một dòng của lịch để phải gấp lại',
    forms: [],
    from: new Date('2027-06-01T01:00:00Z'),
    until: new Date('2027-06-01T04:00:00Z'),
    words: '',
    announced: null,
    year: null,
  };
  for (const origin of origins) {
    const calendars = [
      planCalendar(phases, new URL(origin)),
      announcementCalendar([], [moment], new URL(origin)),
    ];
    for (const calendar of calendars) {
      for (const line of calendar.split('\r\n'))
        expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
      const events = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
      expect(events.length).toBeGreaterThan(0);
      for (const event of events) expect(event.split(`\r\nURL:${new URL(origin).href}`)).toHaveLength(2);
    }
  }
});

test('a site without its own address is refused with the reason', () => {
  const fault = (() => {
    try {
      return planCalendar(phases, new URL('file:///'));
    } catch (error) {
      return error;
    }
  })();
  expect(fault).toBeInstanceOf(CalendarError);
  expect(fault).toHaveProperty('cause.message', expect.stringContaining('url'));
});
