import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { flatten } from '../../../src/plan/outline.ts';
import { planDocument } from '../../../src/plan/schema.ts';
import { holdLines } from '../../../src/vietnamese/held-lines.ts';
import { titleRuns } from '../../../src/vietnamese/line-breaks.ts';
import { clausesOfPlan } from '../plan/plan-files.ts';

const titles = flatten(clausesOfPlan).flatMap(({ title }) => title ?? []);

test('holding words together changes no word of the plan', () => {
  for (const title of titles) {
    const runs = titleRuns(title).map((run) => run.text);
    expect(runs.join('')).toBe(title);
  }
  for (const text of flatten(clausesOfPlan).flatMap(({ paragraphs }) => paragraphs))
    expect(parseHTML(holdLines(`<p>${text}</p>`)).document.querySelector('p')?.textContent).toBe(text);
});

test('a title breaks between words, not inside a compound one', () => {
  const held = (text: string) => titleRuns(text).flatMap((run) => (run.held ? [run.text] : []));
  expect(held(planDocument.subject)).toEqual(
    expect.arrayContaining(['Đổi mới', 'sáng tạo', 'chuyển đổi số', 'chuyển đổi xanh', 'thành phố']),
  );
  expect(held('TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG')).toHaveLength(4);
  expect(held('tổ chứcx')).toEqual([]);
});

/** The runs of a piece of HTML that no line may part. */
const heldIn = (html: string) =>
  [...parseHTML(`<body>${holdLines(html)}</body>`).document.querySelectorAll('.nowrap')].map(
    ({ textContent }) => textContent,
  );

const kept: Record<string, string[]> = {
  'Nghị quyết số 57-NQ/TW (viết tắt là Nghị quyết số 57), Kế hoạch 113/KH-UBND năm 2026': [
    'số 57-NQ/TW',
    'số 57',
    '113/KH-UBND',
  ],
  'Nghị định 30/2020/NĐ-CP. Quyết định 12/QĐ-UBND, 1.245/QĐ-TTg': [
    '30/2020/NĐ-CP',
    '12/QĐ-UBND',
    '1.245/QĐ-TTg',
  ],
  'viết …/QĐ-UBND hay QĐ-UBND': ['QĐ-UBND'],
  'mã VD-0001, hồ sơ DN26-7K2M-9QXT-4C': ['VD-0001', 'DN26-7K2M-9QXT-4C'],
  '1.240 → 655 m³ · giảm 47,2%, có tài liệu': ['1.240 → 655 m³', 'giảm 47,2%'],
  '34 → 71% · tăng 37 điểm phần trăm': ['34 → 71%', 'tăng 37 điểm'],
  'ngày 24 tháng 6 năm 2026, 24/6/2026, quý II/2026, giai đoạn 2026–2030, III.2.2.a': [],
};

for (const [text, runs] of Object.entries(kept))
  test(`a line does not end inside the numbers of “${text}”`, () => {
    expect(heldIn(`<p>${text}</p>`)).toEqual(runs);
  });

test('only texts of lines are wrapped, once, and a run longer than a column is left to break', () => {
  const number = '113/KH-UBND';
  for (const html of [
    `<title>${number}</title>`,
    `<script>"${number}"</script>`,
    `<style>/* ${number} */</style>`,
    `<textarea>${number}</textarea>`,
    `<select><option>${number}</option></select>`,
    `<code>${number}</code>`,
    `<p class="code" data-slot="code">DN26-7K2M-9QXT-4C</p>`,
    `<svg><text>${number}</text></svg>`,
    `<a href="/${number}" title="${number}">x</a>`,
    `<p>12/QĐ-${'UBND'.repeat(8)}</p>`,
  ])
    expect(holdLines(html)).toBe(html);
  const once = holdLines(`<p>${number}</p>`);
  expect(holdLines(once)).toBe(once);
});
