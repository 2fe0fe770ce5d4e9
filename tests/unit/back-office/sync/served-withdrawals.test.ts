import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { expect, type staffOf, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { missedNotes } from '../../../fixtures/missed-notes.ts';

/** A public site whose addresses of stories answer with the statuses given, the last of them from then on. */
async function siteAnswering() {
  let next: number[] = [200];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const [status = 200] = next.length > 1 ? next.splice(0, 1) : next;
    response.writeHead(status).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = z.custom<AddressInfo>().parse(server.address());
  return {
    siteUrl: `http://127.0.0.1:${port}`,
    asked,
    answer: (...statuses: number[]) => {
      next = statuses;
    },
    close: () => server.close(),
  };
}

/** What the one row says after a run of the sync beside a site. */
async function stageAfter(run: Promise<unknown>, staff: ReturnType<typeof staffOf>): Promise<unknown> {
  await run;
  return (await staff.rows(stories))[0]?.fields['Trên trang'];
}

const hidings = [
  ['Gỡ bỏ', { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Đơn vị đề nghị.' }, 'Đã gỡ'],
  ['the consent', { 'Đồng ý công khai': false }, 'Chưa lên'],
  ['Nháp', { 'Trạng thái': 'Nháp' }, 'Bản nháp'],
  ['a later time', { 'Trạng thái': 'Hẹn giờ', 'Công bố từ': '2099-01-01T00:00:00.000Z' }, 'Chờ đến giờ'],
] as const;
const shownAgain = {
  'Trạng thái': 'Công bố',
  'Đồng ý công khai': true,
  'Công bố từ': '2026-01-01T00:00:00.000Z',
};

for (const [what, hidden, stage] of hidings)
  test(`a row says what its address answers, in the run that hides or shows it: ${what}`, async ({
    db,
    standIn,
    staff,
  }) => {
    const id = await staff.create(stories, storyRow());
    const site = await siteAnswering();
    const told = async () => {
      const stage = await stageAfter(syncOnce(db, standIn, { siteUrl: site.siteUrl }), staff);
      expect(await missedNotes(db, site.siteUrl)).toEqual([]);
      return stage;
    };
    await told();
    await recordPublication(db, await readPublished(db, { samples: false }));
    expect(await told()).toBe('Đang hiện');
    expect(site.asked, 'nobody asks for what stands').toEqual([]);

    await staff.change(stories, id, hidden);
    site.answer(200, 410);
    expect(await told(), 'the server learns of it a second later').toBe(stage);
    site.answer(410);
    expect(await told()).toBe(stage);

    await staff.change(stories, id, shownAgain);
    site.answer(410, 200);
    expect(await told(), 'public again before any build').toBe('Đang hiện');
    const before = site.asked.length;
    expect(await told()).toBe('Đang hiện');
    expect(site.asked.length).toBe(before);
    site.close();
  });

test('where the address answers as before, as on Netlify, the row says “Đang hiện” until a build is served', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  const site = await siteAnswering();
  const told = () => stageAfter(syncOnce(db, standIn, { siteUrl: site.siteUrl }), staff);
  await told();
  await recordPublication(db, await readPublished(db, { samples: false }));
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Đơn vị đề nghị.' });
  expect(await told()).toBe('Đang hiện');
  const first = site.asked.length;
  expect(await told()).toBe('Đang hiện');
  expect(site.asked.length, 'only the first run waits').toBe(first + 1);
  await recordPublication(db, await readPublished(db, { samples: false }));
  expect(await told()).toBe('Đã gỡ');
  site.close();
});
