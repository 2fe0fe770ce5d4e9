import { strFromU8, unzipSync } from 'fflate';
import { seeded } from '../../../scripts/season/random.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { saveAdoptions } from '../../../src/gallery/adoptions/server/store.ts';
import { owingUnits } from '../../../src/progress/coverage/coverage.ts';
import { rollUpQuery } from '../../../src/progress/reports/link.ts';
import { answerRollUp } from '../../../src/progress/reports/server/answer-roll-up.ts';
import {
  draftOf,
  phaseOccasion,
  readRollUps,
  yearsOf,
} from '../../../src/progress/reports/server/roll-up-tools.ts';
import { rollUpHtml } from '../../../src/progress/reports/server/roll-up-html.ts';
import { byKind, figures, sumOf } from '../../../src/progress/reports/roll-up.ts';
import { rollUpCsv } from '../../../src/progress/reports/table.ts';
import { readText } from '../../../src/platform/spreadsheet/read-text.ts';
import { expect, test } from '../../fixtures/database.ts';
import { honoree, model, whole } from '../../fixtures/whole-rows.ts';
import { reportOf, shownReport, storeFilings } from '../../fixtures/unit-filings.ts';

const now = new Date('2027-02-01T05:00:00Z');

/** Reports of 2026 of all units but the first three, with figures that look random, some of them left out. */
async function storeMany(db: Database): Promise<void> {
  const random = seeded(7);
  const figure = () => (random.happens(0.2) ? null : random.below(50));
  const reports = owingUnits.slice(3).map(({ code }, at) => ({
    shown: shownReport(code, 2026, '2027-01-10'),
    report: reportOf({
      models: figure(),
      adopted: figure(),
      awardedCollectives: figure(),
      awardedPersons: figure(),
      difficulties: at % 4 === 0 ? `Khó khăn của đơn vị ${at}.` : null,
      results: `Kết quả ${at} <b>không phải thẻ</b>.`,
    }),
  }));
  const unlisted = {
    shown: shownReport(null, 2026, '2027-01-11'),
    report: reportOf({ unitName: 'Hợp tác xã thử', models: 5 }),
  };
  await storeFilings(db, [...reports, unlisted]);
}

/** The texts of a Word file, its bookmarks and the places to which its words lead. */
function readWord(bytes: Uint8Array) {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const all = (pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found = '']) => found);
  return {
    text: all(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g).join(''),
    marks: all(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g),
    anchors: all(/<w:hyperlink [^>]*w:anchor="([^"]*)"/g),
    /** The texts of paragraphs that stay on a page with what follows them, and how many parts number their pages anew. */
    kept: xml
      .split('</w:p>')
      .flatMap((part) => (part.includes('<w:keepNext/>') ? [part.replace(/<[^>]+>/g, '')] : [])),
    parts: all(/<w:pgNumType ([^>]*)/g).filter((part) => part.includes('w:start="1"')).length,
    /** The paragraphs before the annexes, without what leads to a source. */
    unsourced: xml
      .slice(0, xml.indexOf('<w:bookmarkStart'))
      .split('</w:p>')
      .map((part) => part.replace(/<w:hyperlink [\s\S]*?<\/w:hyperlink>/g, '').replace(/<[^>]+>/g, '')),
    /** What leads to a source: the place, and the words. */
    sourced: [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]*)"[^>]*>([\s\S]*?)<\/w:hyperlink>/g)].map(
      ([, to = '', words = '']) => ({ to, text: words.replace(/<[^>]+>/g, '') }),
    ),
    /** The cells of each row of each table. */
    rows: [...xml.matchAll(/<w:tr>?[\s\S]*?<\/w:tr>/g)].map(([row]) =>
      row.split('</w:tc>').map((part) => part.replace(/<[^>]+>/g, '')),
    ),
  };
}

/** Figures that are no count of units: years, days, the plan and the numbers of headings. */
const noCount =
  /113\/KH-UBND|2026[–-]2030|(?:năm|giai đoạn) \d{4}(?:–\d{4})?|ngày \d+ tháng \d+ năm \d{4}|ngày \d+\/\d+\/\d{4}|^\d\. /giu;

test('every sum equals an independent count from the stored rows, in all and by kind of unit', async ({
  db,
}) => {
  await storeMany(db);
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  for (const { id } of figures) {
    const { rows } = await db.query(
      `select coalesce(sum((report ->> $1)::int), 0)::int as total, count(report ->> $1)::int as given,
         count(*)::int as all from unit_filings`,
      [id],
    );
    const [counted] = rows;
    expect(sumOf(rolled.rows, id)).toEqual({
      total: counted.total,
      given: counted.given,
      blank: counted.all - counted.given,
    });
    const kinds = byKind(rolled).map(({ rows: own }) => sumOf(own, id).total);
    expect(kinds.reduce((sum, value) => sum + value, 0)).toBe(counted.total);
  }
  expect(rolled.missing.map(({ code }) => code)).toEqual(owingUnits.slice(0, 3).map(({ code }) => code));
});

test('the roll-up of all units with its draft report takes less than five seconds; each number leads to its table', async ({
  db,
}) => {
  await storeMany(db);
  // Time of work, not of waiting: the machine that runs the tests is shared.
  const began = process.cpuUsage();
  const [rolled] = await readRollUps(db, [2026], false);
  const bytes = await draftOf(db, { years: [2026], occasion: 'nam' }, now, false);
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1_000_000;
  console.log(`Roll-up and draft of ${rolled?.rows.length} reports: ${seconds.toFixed(2)} s`);
  expect(seconds).toBeLessThan(5);
  const { text, marks, anchors, kept, parts } = readWord(bytes);
  expect(new Set(anchors).difference(new Set(marks))).toEqual(new Set());
  const total = sumOf(rolled?.rows ?? [], 'models').total.toLocaleString('vi');
  expect(text).toContain(`Mô hình, giải pháp mới: ${total} mô hình, giải pháp (Phụ lục II)`);
  expect(text).toContain('[người soạn viết: ưu điểm, hạn chế, nguyên nhân]');
  for (const { name } of owingUnits.slice(0, 3)) expect(text).toContain(name);
  // Annexes by Nghị định 30/2020: numbered in Roman figures, each with its own page numbers, and each names the report.
  expect(marks).toEqual([
    ...['ke-hoach', 'so-lieu-2026', 'con-thieu-2026', 'khen-thuong', 'nhan-rong'],
    ...['kho-khan', 'kien-nghi'],
  ]);
  expect(text.match(/Kèm theo Báo cáo số \[số\]\/BC-SNV/g)).toHaveLength(marks.length);
  expect(parts).toBe(1 + marks.length);
  // Nothing that leads to the next line stands alone at the foot of a page, nor a signature or a sum at the head of one.
  for (const words of ['Theo loại đơn vị', 'nhiệm vụ năm sau', 'Cộng', String(owingUnits[3]?.name)])
    expect(
      kept.some((one) => one.includes(words)),
      words,
    ).toBe(true);
  expect(text).toContain('ngoài danh mục có 1 báo cáo');
  expect(text).toContain('Khó khăn của đơn vị 4.');
  expect(text).toContain('Chưa có tập thể, cá nhân được khen thưởng nào đang công bố trên trang.');
  expect(text).toContain('Chưa có nơi áp dụng mô hình nào đã báo và đang công bố trên trang.');
});

/** Honours and adoptions of two years, and of one that no report covers; the last of each nobody may see. */
async function storeGallery(db: Database): Promise<void> {
  const honour = (place: number, cells: Record<string, string | number>, reason = 'hien') => {
    const row = honoree(reason, place);
    return { ...row, cells: { ...row.cells, ...cells } };
  };
  await whole([
    model('hien', 0),
    model('hien', 1),
    honour(1, { awardForm: 'Giấy khen', year: 2026 }),
    honour(2, { awardForm: 'Giấy khen', year: 2026, kind: 'Cá nhân' }),
    honour(3, { awardForm: 'Bằng khen của Chủ tịch UBND thành phố', year: 2026 }),
    honour(4, { awardForm: 'Giấy khen', year: 2027, kind: 'Cá nhân' }),
    honour(5, { awardForm: 'Giấy khen', year: 2025 }),
    honour(6, { awardForm: 'Giấy khen', year: 2026 }, 'nhap'),
  ])(db);
  const adoption = (at: number, model: string, since: string, unitName: string) => ({
    recordId: `recad${at}`,
    fields: { model, unitName, since, unitCode: null, result: null, changed: null, indicators: [] },
    sample: false,
  });
  await saveAdoptions(db, [
    adoption(1, 'MH-7600', '2026-03', 'Đơn vị áp dụng A'),
    adoption(2, 'MH-7600', '2026-11', 'Đơn vị áp dụng B'),
    adoption(3, 'MH-7601', '2027-01', 'Đơn vị áp dụng A'),
    adoption(4, 'MH-7601', '2025-12', 'Đơn vị áp dụng C'),
    adoption(5, 'MH-7606', '2026-05', 'Đơn vị áp dụng D'),
  ]);
}

for (const [occasion, years, wanted] of [
  ['nam', [2026], { honours: 3, persons: 1, adoptions: 2, models: 1, units: 2 }],
  ['so-ket', [2026, 2027], { honours: 4, persons: 2, adoptions: 3, models: 2, units: 2 }],
] as const) {
  test(`the draft report counts honours and adoptions of its years, each in its table: ${occasion}`, async ({
    db,
  }) => {
    await storeGallery(db);
    const word = readWord(await draftOf(db, { years: [...years], occasion }, now, false));
    for (const said of word.unsourced) expect(said.replaceAll(noCount, ''), said).not.toMatch(/\d/);
    const countsOf = (to: string) =>
      word.sourced
        .filter((one) => one.to === to)
        .map(({ text }) => Number(/^\d+/.exec(text)?.[0]))
        .filter((value) => !Number.isNaN(value));
    const { honours, persons, adoptions, models, units } = wanted;
    expect(countsOf('khen-thuong').slice(0, 3)).toEqual([honours, honours - persons, persons]);
    expect(
      countsOf('khen-thuong')
        .slice(3)
        .reduce((sum, value) => sum + value, 0),
      'by form of award',
    ).toBe(honours);
    expect(countsOf('nhan-rong')).toEqual([adoptions, models, units]);
    const listed = (code: RegExp) => word.rows.filter((cells) => cells.some((cell) => code.test(cell)));
    expect(listed(/\(VD-76\d\d\)/)).toHaveLength(honours);
    expect(listed(/\(MH-76\d\d\)/)).toHaveLength(adoptions);
    expect(word.text).not.toMatch(/VD-760[56]|áp dụng [CD]\b/);
  });
}

for (const [occasion, years] of [
  ['nam', [2026]],
  ['so-ket', [2026, 2027]],
] as const) {
  test(`every number of a draft report leads to the table that it can be counted in: ${occasion}`, async ({
    db,
  }) => {
    await storeMany(db);
    const rolled = await readRollUps(db, years, false);
    const word = readWord(await draftOf(db, { years: [...years], occasion }, now, false));
    for (const said of word.unsourced) expect(said.replaceAll(noCount, ''), said).not.toMatch(/\d/);
    const numbers = word.sourced.map(({ to, text }) => ({
      to,
      value: Number(/^[\d.]+/.exec(text)?.[0].replaceAll('.', '')),
    }));
    const told = numbers.filter(({ value }) => !Number.isNaN(value));
    const [first] = rolled;
    if (!first) throw new Error('No roll-up.');
    const at = 'so-lieu-2026';
    const { rows } = first;
    for (const value of [
      rows.length - 1,
      1,
      ...figures.flatMap(({ id }) => Object.values(sumOf(rows, id))),
      ...byKind(first).flatMap((kind) => [
        kind.rows.length,
        ...figures.map(({ id }) => sumOf(kind.rows, id).total),
      ]),
    ])
      expect(told, String(value)).toContainEqual({ to: at, value });
    // The table has the sums of each kind above the units of that kind.
    for (const { label, rows: own } of byKind(first)) {
      const from = word.rows.findIndex((cells) => cells[1] === label && cells[2] === `${own.length} báo cáo`);
      expect(word.rows[from]?.slice(3, 7)).toEqual(
        figures.map(({ id }) => sumOf(own, id).total.toLocaleString('vi')),
      );
      const below = word.rows.slice(from + 1, from + 1 + own.length);
      for (const [index, { id }] of figures.entries())
        expect(
          below.reduce((sum, cells) => sum + Number(cells[3 + index]), 0),
          `${label}, ${id}`,
        ).toBe(sumOf(own, id).total);
    }
  });
}

test('every sum of the page opens the units behind it, each with a place of its own', async ({ db }) => {
  const names = ['Hợp tác xã Thử', 'Hợp tác xã Thứ', 'Hợp tác xã Thủ', 'Đ. 1', 'Đ 1', '!!!', '???'];
  await storeFilings(db, [
    ...owingUnits.slice(0, 40).map(({ code }, at) => ({
      shown: shownReport(code, 2026, '2027-01-10'),
      report: reportOf({ models: at % 5 === 0 ? null : at }),
    })),
    ...names.map((unitName, at) => ({
      shown: shownReport(null, 2026, '2027-01-11'),
      report: reportOf({ unitName, models: at }),
    })),
  ]);
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  const html = rollUpHtml(rolled, []);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.startsWith('dv-'))).toHaveLength(40 + names.length);
  const rowsById = new Map(
    [...html.matchAll(/<tr id="([^"]*)"><th scope="row">([^<]*)</g)].map(([, id = '', name = '']) => [
      id,
      name,
    ]),
  );
  const links = [...html.matchAll(/<a href="#([^"]*)">([^<]*)<\/a>/g)];
  for (const [, id = '', name = ''] of links) expect(rowsById.get(id), id).toBe(name);
  const charts = html.split('<ul class="chart bare">').slice(1, 3);
  const behind = [rolled.rows.length, rolled.rows.filter(({ models }) => models !== null).length];
  for (const [at, chart] of charts.entries()) {
    const [bars = ''] = chart.split('<h3');
    expect(bars.match(/<details>/g)).toHaveLength(byKind(rolled).length);
    expect(bars.match(/href="#dv-/g)).toHaveLength(behind[at] ?? -1);
  }
});

test('the report of a phase covers its years, that of the end all five; other years have none', () => {
  expect(phaseOccasion(2026)).toBeNull();
  expect(phaseOccasion(2027)).toBe('so-ket');
  expect(yearsOf(2027, 'so-ket')).toEqual([2026, 2027]);
  expect(phaseOccasion(2030)).toBe('tong-ket');
  expect(yearsOf(2030, 'tong-ket')).toEqual([2026, 2027, 2028, 2029, 2030]);
  expect(yearsOf(2030, 'so-ket')).toBeNull();
});

test('the table has one line for each unit, those without a report included; an answer left out is empty, not zero', async ({
  db,
}) => {
  await storeFilings(db, [
    { shown: shownReport('so-noi-vu', 2026, '2027-01-10'), report: reportOf({ models: 0, adopted: null }) },
  ]);
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  const [head = [], first = [], ...others] = readText(rollUpCsv([rolled]));
  expect(others).toHaveLength(owingUnits.length - 1);
  const cell = (title: string) => String(first[head.indexOf(title)] ?? '');
  expect(cell('Mô hình, giải pháp mới')).toBe('0');
  expect(cell('Mô hình của nơi khác đã áp dụng')).toBe('');
});

test('of two confirmed reports of a unit the last one counts, and staff are told', async ({ db }) => {
  await storeFilings(db, [
    { shown: shownReport('so-noi-vu', 2026, '2027-01-20'), report: reportOf({ models: 2 }) },
    { shown: shownReport('so-noi-vu', 2026, '2027-01-10'), report: reportOf({ models: 9 }) },
  ]);
  const [rolled] = await readRollUps(db, [2026], false);
  expect(sumOf(rolled?.rows ?? [], 'models').total).toBe(2);
  expect(rolled?.doubled).toEqual(['Sở Nội vụ']);
});

test('only a private link that has not expired opens the roll-up; it names what is missing and opens each sum', async ({
  db,
}) => {
  await storeMany(db);
  const secret = 'một bí mật của phép thử';
  const built =
    '<!doctype html><html><head></head><body><p data-closed>Đóng.</p><div data-roll-up></div></body></html>';
  const ask = (query: Record<string, string>) =>
    answerRollUp(new Request(`http://localhost/tong-hop/?${new URLSearchParams(query)}`), {
      secret,
      read: (years) => readRollUps(db, years, false),
      draft: (years, occasion) => draftOf(db, { years, occasion }, now, false),
      readPage: async () => built,
    });
  const hour = 60 * 60 * 1000;
  const good = rollUpQuery(secret, { until: new Date(Date.now() + hour) });
  for (const bad of [
    {},
    rollUpQuery(secret, { until: new Date(Date.now() - hour) }),
    rollUpQuery('ein anderes Geheimnis', { until: new Date(Date.now() + hour) }),
    { ...good, het: String(Date.now() + 2 * hour) },
    { ...good, khoa: `${good['khoa']}x` },
  ]) {
    const refused = await ask({ ...bad, tep: 'csv' });
    expect(refused.status).toBe(404);
    expect(await refused.text()).toContain('Đóng.');
  }
  const opened = await ask(good);
  expect(opened.status).toBe(200);
  expect(opened.headers.get('cache-control')).toBe('private, no-store');
  expect(opened.headers.get('x-robots-tag')).toBe('noindex');
  const html = await opened.text();
  for (const { name } of owingUnits.slice(0, 3)) expect(html).toContain(`<li>${name}</li>`);
  expect(html).toContain('&lt;b&gt;không phải thẻ&lt;/b&gt;');
  expect(html).not.toContain('Đóng.');
  expect((await ask({ ...good, tep: 'csv' })).headers.get('content-disposition')).toContain('.csv');
  const word = await ask({ ...good, nam: '2027', tep: 'so-ket' });
  expect(readWord(new Uint8Array(await word.arrayBuffer())).text).toContain('giai đoạn 2026–2027');
});
