import { expect, test } from '@playwright/test';
import { parseCell } from '../../../src/filing/batches/read-cell.ts';
import { apDung } from '../../../src/filing/definitions/ap-dung.ts';
import { deCuTapThe } from '../../../src/filing/definitions/de-cu-tap-the.ts';
import { viewOf } from '../../../src/filing/definitions/view.ts';
import { phonesIn, readEmail, readLink, readPhone } from '../../../src/vietnamese/contacts.ts';
import { readDay, readMonth } from '../../../src/vietnamese/dates.ts';
import { readNumber, readShare } from '../../../src/vietnamese/numbers.ts';
import type { Read } from '../../../src/vietnamese/read.ts';
import { goodNomination } from '../../fixtures/nominations.ts';

const months = [
  ...[
    '10/2026',
    '10-2026',
    '10.2026',
    '2026-10',
    '2026/10',
    '10 / 2026',
    '10 2026',
    '01/10/2026',
    '1-10-2026',
  ],
  ...[
    'tháng 10 năm 2026',
    'Tháng 10/2026',
    'tháng 10, năm 2026',
    'tháng mười năm 2026',
    'T10/2026',
    'Thg10-26',
  ],
  ...[
    'Thg 10 2026',
    'Oct-26',
    'October 2026',
    '10–2026',
    '2026-10-01',
    'ngày 01 tháng 10 năm 2026',
    '10/2026.',
  ],
];
const days = [
  '24/6/2026',
  '24-06-2026',
  '24.6.2026',
  '2026-06-24',
  'ngày 24 tháng 6 năm 2026',
  '24 tháng 6, năm 2026',
];

function all<Value>(read: (written: string) => Read<Value>, written: readonly string[], value: Value): void {
  for (const each of written) expect(read(each), each).toEqual({ ok: true, value });
}

function refused(read: (written: string) => Read<unknown>, cases: Readonly<Record<string, RegExp>>): void {
  for (const [written, wrong] of Object.entries(cases)) {
    const found = read(written);
    expect(found.ok ? found.value : found.wrong, written).toMatch(wrong);
    expect(found.ok, written).toBe(false);
  }
}

test('months and days are read as people and spreadsheets write them', () => {
  all(readMonth, months, '2026-10');
  all(readDay, days, '2026-06-24');
});

test('what is no month or no day says why', () => {
  refused(readMonth, {
    'Quý III/2026': /là một quý/,
    '2026': /cần cả tháng/,
    '10': /cần cả năm/,
    '10/26': /bốn chữ số của năm/,
    '13/2026': /tháng 13/,
    '10/1926': /thế kỷ/,
    '31/2/2026': /không có trong lịch/,
    'cuối năm': /tháng\/năm/,
    [`${'1'.repeat(200)}`]: /tháng\/năm/,
  });
  refused(readDay, {
    '6/24/2026': /tháng 24/,
    '31/4/2026': /không có trong lịch/,
    '24/6/26': /bốn chữ số/,
    '6/2026': /cần cả ngày/,
    'hôm qua': /ngày\/tháng\/năm/,
  });
});

test('numbers and shares are read as Vietnamese writes them, and nothing is guessed', () => {
  for (const written of ['1980', '1.980', '1 980'])
    expect(readNumber(written)).toEqual({ ok: true, value: 1980 });
  expect(readNumber('1.234.567,5')).toEqual({ ok: true, value: 1_234_567.5 });
  refused(readNumber, {
    '1.5': /dấu chấm/,
    '1,980': /dấu phẩy/,
    '1,5 triệu': /chữ số/,
    '25 người': /không kèm chữ/,
    nhiều: /cần là một số/,
    '70%': /không kèm chữ/,
    '1.98.0': /một số|dấu chấm/,
  });
  for (const written of ['66,7 %', '66.7%', '66,7', '66,7 phần trăm'])
    expect(readShare(written)).toEqual({ ok: true, value: 66.7 });
  refused(readShare, { '0,7': /phần trăm/, '2/3': /một số/, 'đa số': /cần là/ });
});

test('contacts are tidied, and a slip is named', () => {
  for (const phone of [
    '0251 3822501 (máy lẻ 12)',
    '0912.345.678 – 0251 3822 501',
    '+84 (251) 382—2501, gặp chị Hoa',
    '3822501',
  ])
    expect(readPhone(phone)).toEqual({ ok: true, value: phone });
  expect(phonesIn('0912.345.678 – +84 251 3822 501 (máy lẻ 12)')).toEqual(['0912345678', '02513822501']);
  refused(readPhone, { 'gọi tôi': /chữ số/, '12': /ít chữ số/ });
  all(
    readEmail,
    [
      'ten@donvi.gov.vn',
      ' ten@donvi.gov.vn.',
      'mailto:ten@donvi.gov.vn',
      'Tên <ten@donvi.gov.vn>',
      'ten @ donvi.gov.vn',
    ],
    'ten@donvi.gov.vn',
  );
  refused(readEmail, {
    'ten@đonvi.gov.vn': /bộ gõ/,
    'a@b.vn, c@d.vn': /một địa chỉ/,
    'ten.donvi.gov.vn': /thiếu dấu @/,
    'ten@donvi': /chưa đúng/,
    'a b@c.vn': /dấu cách/,
  });
  all(
    readLink,
    [
      'www.dongnai.gov.vn',
      'https://www.dongnai.gov.vn',
      '<https://www.dongnai.gov.vn>',
      'https://www.dongnai.gov.vn.',
    ],
    'https://www.dongnai.gov.vn',
  );
  expect(readLink('dongnai.gov.vn/tin?a=1')).toEqual({ ok: true, value: 'https://dongnai.gov.vn/tin?a=1' });
  refused(readLink, {
    'javascript:alert(1)': /https:/,
    'xem ở trang sở': /dấu cách/,
    trangso: /chưa phải/,
    'ftp://a.vn': /https:/,
    'http:/a.vn': /https:/,
  });
});

test('a form, its JSON and a cell of a table read one answer alike', () => {
  for (const written of months) {
    const cell = parseCell(viewOf(deCuTapThe.schema.shape.periodTo), written);
    const filed = deCuTapThe.schema.parse(goodNomination({ periodTo: written }));
    expect(filed.periodTo, written).toBe('2026-10');
    expect(deCuTapThe.schema.parse(goodNomination({ periodTo: cell.ok ? cell.answer : '' })).periodTo).toBe(
      '2026-10',
    );
  }
  expect(deCuTapThe.schema.parse(goodNomination({ womenShare: '66,7 %' })).womenShare).toBe(66.7);
});

test('a period to come is refused in every form that asks for one', () => {
  const toCome = (
    schema: {
      safeParse: (answers: unknown) => { error?: { issues: { path: PropertyKey[]; message: string }[] } };
    },
    answers: unknown,
  ) =>
    schema.safeParse(answers).error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) ??
    [];
  const nominated = toCome(
    deCuTapThe.schema,
    goodNomination({ periodFrom: '1/2099', periodTo: 'tháng 12 năm 2099' }),
  );
  expect(nominated.map((each) => each.slice(0, each.indexOf('.')))).toEqual([
    'periodFrom: Tháng này chưa đến',
    'periodTo: Tháng này chưa đến',
  ]);
  expect(toCome(apDung.schema, { since: 'T12/2099' }).join()).toContain('since: Tháng này chưa đến');
});

test('a name has a letter, wherever one is asked for', () => {
  for (const name of ['123', '---', '…', '☺', '\u0301']) {
    const changes = { name, contactName: name, contactTitle: name };
    const fields = deCuTapThe.schema
      .safeParse(goodNomination(changes))
      .error?.issues.map(({ path }) => path[0]);
    expect(fields).toEqual(['contactName', 'contactTitle', 'name']);
  }
});
