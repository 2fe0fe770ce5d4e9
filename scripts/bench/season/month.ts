import type { StaffRow } from '../../season/staff.ts';
import { storyRow } from '../../season/story-row.ts';
import type { World } from '../../season/world.ts';
import { fileBySql } from './filings.ts';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
/** Changes of staff and filings of units in a day; staff work from 7:30 to 17:00. */
const changes = 2_000;
const filings = 200;
const work = { from: 450, to: 1_020 };
const states = ['Mới tiếp nhận', 'Đang kiểm tra', 'Yêu cầu bổ sung'];

/** Rows of each table, and days, over which a listing of all rows is spread: a hundred rows a call. */
const listedRows = 10_000;
const daysOfMonth = 31;
const listings = { stories: daysOfMonth, others: (5 * daysOfMonth) / 7 };

/** Calls of a month that is nearly used up. */
const usedBefore = 60_000;

const toMidnight = () => {
  const local = Date.now() + 7 * 60 * minuteMs;
  return dayMinutes * minuteMs - (local % (dayMinutes * minuteMs));
};

async function changeOne(
  { staff, random }: World,
  rows: Record<'nominations' | 'stories', StaffRow[]>,
  minute: number,
) {
  const isStory = random.happens(0.3);
  const row = random.one(isStory ? rows.stories : rows.nominations);
  if (!row) return;
  const state = { 'Trạng thái': random.one(states) };
  await staff.change(
    isStory ? 'Điển hình' : 'Đề cử',
    row.id,
    isStory ? { 'Tóm tắt': `Tóm tắt lúc ${minute}, lần ${random.below(1_000_000)}.` } : state,
  );
}

/** Calls of all months: the day that is played may end one. */
async function allCalls(db: World['db']): Promise<number> {
  const { rows } = await db.query<{ calls: number }>('select sum(calls)::int as calls from airtable_calls');
  return rows[0]?.calls ?? 0;
}

/** Plays one working day minute by minute, with no ping, and reckons the calls of a month from it. */
export async function monthOfCalls(world: World): Promise<{ day: number; month: number }> {
  const { db, staff, random } = world;
  await fileBySql(db, 300);
  await staff.create(
    'Điển hình',
    Array.from({ length: 200 }, (_, n) => storyRow(`MH-${1_000 + n}`, `Mô hình ${n}`)),
  );
  for (let run = 0; run < 6; run += 1) {
    await world.moveOn(2 * minuteMs);
    await world.sync();
  }
  await world.moveOn(toMidnight());
  await world.sync();
  const rows = { nominations: await staff.rows('Đề cử'), stories: await staff.rows('Điển hình') };
  // As if the days of the month before this one had been as busy: then nights are quiet.
  await db.query('update airtable_calls set calls = calls + $1', [usedBefore]);
  const before = await allCalls(db);
  for (let minute = 1; minute <= dayMinutes; minute += 1) {
    const isWork = minute >= work.from && minute < work.to;
    const share = isWork ? changes / (work.to - work.from) : 0;
    for (let left = share; left > 0; left -= 1)
      if (left >= 1 || random.happens(left)) await changeOne(world, rows, minute);
    if (isWork && random.happens(filings / (work.to - work.from))) await fileBySql(db, 1, `${minute}`);
    await world.moveOn(minuteMs);
    await world.sync();
  }
  const day = (await allCalls(db)) - before;
  const reconciled = (listings.stories + listings.others) * (listedRows / 100);
  return { day, month: Math.round(day * daysOfMonth + reconciled) };
}
