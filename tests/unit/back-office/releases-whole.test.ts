import { pressFile, pressSheet } from '../../../src/back-office/releases/press-sheet.ts';
import { findReleaseOfStaff } from '../../../src/back-office/releases/release-of-staff.ts';
import { waitingRows } from '../../../src/back-office/waiting-rows.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../fixtures/back-office.ts';
import { fileMany } from '../../fixtures/intake.ts';
import {
  changeWhere,
  decisions,
  gaps,
  inRelease,
  isUndecided,
  listed,
  second,
  type Tools,
} from '../../fixtures/release-gaps.ts';
import {
  comeDue,
  decided,
  later,
  nominations,
  plan,
  publicIds,
  releases,
  statesOf,
} from '../../fixtures/releases.ts';

const siteUrl = 'https://thi-dua.example.vn';

/** A confirmed release with a decided nomination and a story that are ready, beside a nomination that is not in it. */
async function readyRelease({ db, staff }: Tools, sync: () => Promise<unknown>): Promise<void> {
  await fileMany(db, 2);
  await sync();
  await staff.create(releases, { ...plan, 'Giờ công bố': later() });
  const [first] = await staff.rows(nominations);
  await staff.change(nominations, first?.id ?? '', { ...inRelease, 'Trạng thái': decided });
  await staff.create(stories, storyRow(inRelease));
}

/** What the private page of the release has before its time: the rows that it names as not ready, and the kit for the press. */
async function heldRelease({ db, staff }: Tools) {
  const [row] = await staff.rows(releases);
  const release = await findReleaseOfStaff(db, row?.id ?? '', false);
  if (!release) throw new Error('There is no release.');
  const sheet = pressSheet(release, '/can-bo/x/', siteUrl);
  const kitName = `${release.release.slug}-cam-phat-truoc-gio.zip`;
  return {
    whyNot: sheet.tables
      .filter(({ caption }) => caption === 'Hàng chưa sẵn sàng')
      .flatMap(({ rows }) => rows.map((cells) => cells.join(': '))),
    links: sheet.links.map(({ text }) => text),
    notes: sheet.notes.join(' '),
    kit: await pressFile(release, kitName, siteUrl),
  };
}

for (const { name, make, after, says, mend, shown, told } of gaps)
  test(`whole or not at all: ${name}`, async ({ db, standIn, staff }) => {
    const tools = { db, standIn, staff };
    const sync = async (runs = 1) => {
      for (let run = 0; run < runs; run += 1) await syncOnce(db, standIn, { siteUrl });
    };
    await readyRelease(tools, sync);
    await sync();
    await make(tools);
    await sync(6);
    await after?.(tools);
    const held = await heldRelease(tools);
    expect(held.whyNot.join('\n'), 'the page of staff names what is missing').toMatch(says);
    expect(held.kit, 'it will not come out at its time: nothing for the press').toBeNull();
    await comeDue(db);
    await sync(2);
    expect(await statesOf(db)).not.toContain('da-co-quyet-dinh');
    expect(await publicIds(db)).toEqual([]);
    const [row] = await staff.rows(releases);
    expect(row?.fields).toMatchObject({
      'Tình hình': 'Đã đến giờ nhưng chưa đủ nên chưa công bố',
      'Vì sao': expect.stringMatching(says),
    });
    const waiting = await waitingRows(db);
    expect(waiting.filter(({ why }) => says.test(why)).map(({ table }) => table)).toContain('Đợt công bố');

    await mend(tools);
    await sync(6);
    expect((await statesOf(db)).filter((state) => state === 'da-co-quyet-dinh')).toHaveLength(told);
    expect(await publicIds(db)).toHaveLength(shown);
    expect((await staff.rows(releases))[0]?.fields['Tình hình']).toMatch(/^(Đang công bố|Đã công bố)/);
  });

test('with every kind of gap at once, each is named; a tick lets the rest out', async ({
  db,
  standIn,
  staff,
}) => {
  const tools = { db, standIn, staff };
  const sync = async (runs: number) => {
    for (let run = 0; run < runs; run += 1) await syncOnce(db, standIn, { siteUrl });
  };
  await readyRelease(tools, () => sync(1));
  await changeWhere(tools, nominations, isUndecided, inRelease);
  await staff.create(stories, second({ 'Đồng ý công khai': false }));
  await staff.create(decisions, listed({ 'Sự đồng ý': 'Tập thể đã đồng ý, hỏi từng cá nhân' }));
  await staff.create(decisions, listed({ 'Số quyết định': '99/QĐ-UBND', 'Duyệt các bài': false }));
  await sync(6);
  await comeDue(db);
  await sync(2);
  expect(await publicIds(db)).toEqual([]);
  const why = String((await staff.rows(releases))[0]?.fields['Vì sao']);
  expect(why).toMatch(/^4 hàng của đợt chưa sẵn sàng, nên cả đợt chờ\./);
  expect(why.split('\n')).toHaveLength(5);
  for (const row of [...(await staff.rows(nominations)), ...(await staff.rows(stories))].filter(
    ({ fields }) => why.includes(String(fields.Mã ?? fields['Mã hồ sơ'])),
  ))
    expect(row.fields['Vì sao']).toContain('Đợt “Đợt 1 năm 2026” chờ hàng này: ');
  const waiting = await heldRelease(tools);
  expect(waiting.whyNot).toHaveLength(4);
  expect(waiting.links).toEqual(['Tải sổ báo chí để in (.docx)']);
  expect(waiting.notes).toContain('chưa có bộ tư liệu để phát');
  expect(waiting.kit).toBeNull();
  await changeWhere(tools, releases, () => true, { 'Công bố cả khi chưa đủ': true });
  await sync(1);
  const incomplete = await heldRelease(tools);
  expect(incomplete.notes).toContain('Còn 4 hàng chưa sẵn sàng, không có trong bộ này');
  expect(incomplete.kit).not.toBeNull();
  await comeDue(db);
  await sync(2);
  expect(await publicIds(db)).toHaveLength(3);
  expect((await statesOf(db)).filter((state) => state === 'da-co-quyet-dinh')).toHaveLength(1);
});
