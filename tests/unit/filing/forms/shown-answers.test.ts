import { expect, test } from '@playwright/test';
import { deCuTapThe } from '../../../../src/filing/definitions/de-cu-tap-the.ts';
import { keHoachDonVi } from '../../../../src/filing/definitions/ke-hoach-don-vi.ts';
import { questionsOf } from '../../../../src/filing/definitions/questions.ts';
import { forms } from '../../../../src/filing/definitions/registry.ts';
import { shownAnswers } from '../../../../src/filing/forms/shown-answers.ts';
import { exampleAnswers } from '../../../fixtures/example-answers.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const asRead = (sections: ReturnType<typeof shownAnswers>) =>
  Object.fromEntries(sections.flatMap(([, answers]) => answers));

test('answers are shown as people read them: labels, months, ticks, tables as lines', () => {
  const indicators = [
    { name: 'Thời gian giải quyết', before: '5', after: '2', unit: 'ngày' },
    { name: 'Hồ sơ trực tuyến', after: '98 %' },
  ];
  const answers = deCuTapThe.schema.parse(goodNomination({ indicators }));
  expect(asRead(shownAnswers(questionsOf(deCuTapThe), answers))).toMatchObject({
    'Đơn vị đề cử': 'Sở Nội vụ',
    'Từ tháng': '7/2026',
    'Đến tháng': '10/2026',
    'Nội dung thi đua': expect.stringMatching(/^1\. .+\n3\. .+/),
    'Chỉ số trước và sau':
      'Chỉ số: Thời gian giải quyết · Trước: 5 · Sau: 2 · Đơn vị tính: ngày\nChỉ số: Hồ sơ trực tuyến · Sau: 98 %',
    'Thành tích này đã được khen thưởng chưa?': 'Chưa',
  });
});

test('a date is shown without zeros', () => {
  const answers = keHoachDonVi.schema.parse(exampleAnswers(keHoachDonVi, { issuedOn: '04/06/2026' }));
  expect(Object.values(asRead(shownAnswers(questionsOf(keHoachDonVi), answers)))).toContain('4/6/2026');
});

test('questions that were left empty are left out, and so are sections without an answer', () => {
  const sections = shownAnswers(questionsOf(deCuTapThe), { name: 'Tập thể thử', summary: null });
  expect(sections).toHaveLength(1);
  expect(sections[0]?.[1]).toHaveLength(1);
});

for (const form of forms) {
  test(`${form.id}: every answer of an example is shown`, () => {
    const answers = form.schema.parse(exampleAnswers(form));
    const count = Object.values(answers).filter((value) => value !== undefined).length;
    expect(shownAnswers(questionsOf(form), answers).flatMap(([, shown]) => shown)).toHaveLength(count);
  });
}
