import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fieldsOf } from '../../../src/filing/definitions/form.ts';
import { forms } from '../../../src/filing/definitions/registry.ts';
import { cleanText } from '../../../src/vietnamese/clean-text.ts';
import { findUnreadable } from '../../../src/vietnamese/unreadable.ts';
import { units } from '../../../src/vocabulary/units.ts';
import { encodings } from '../../fixtures/encodings/legacy.ts';
import { plainTexts } from '../../fixtures/encodings/plain-texts.ts';
import { exampleAnswers } from '../../fixtures/example-answers.ts';

const plan = readFileSync('tests/fixtures/ke-hoach-113-2026.txt', 'utf8').split(/\n+|(?<=[.;:]) /);
const texts = [...plan, ...units.map(({ name }) => name)].filter((text) => text.trim() !== '');
const find = (text: string) => findUnreadable(cleanText(text));

/** Words that an encoding changes; a text with few of them may be right as it stands. */
const changed = (text: string, encode: (text: string) => string) =>
  text.split(/\s+/).filter((word) => /\p{Ll}/u.test(word) && encode(word) !== word).length;

for (const [name, encode] of Object.entries(encodings)) {
  test(`of texts with three words changed by ${name}, 99 of a hundred are recognised`, () => {
    const written = texts.filter((text) => changed(text, encode) >= 3).map(encode);
    expect(written.length).toBeGreaterThan(100);
    const missed = written.filter((text) => find(text) === null);
    expect(missed.length / written.length, missed.join('\n')).toBeLessThan(0.01);
  });
}

test('no correct text is taken for another: the plan, all units, in any case, and what people write besides', () => {
  const right = [...texts, ...plainTexts].flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]);
  expect(right.filter((text) => find(text) !== null)).toEqual([]);
});

test('short names are recognised, and the message names the encoding, a word, and what to do', () => {
  for (const [name, encoding] of [
    ['NguyÔn V¨n ¸nh', 'TCVN3'],
    ['TrÇn An', 'TCVN3'],
    ['Hµ An', 'TCVN3'],
    ['Nguyeãn Thò Lan', 'VNI'],
    ['Traàn An', 'VNI'],
    ['Leâ Hoa', 'VNI'],
    ['NguyÍn Væn Ánh', 'VPS'],
    ["Nguye^~n Va(n A'nh", 'VIQR'],
  ] as const) {
    expect(find(name)?.message, name).toMatch(new RegExp(`bảng mã ${encoding}.*“.+”.*đổi sang Unicode`));
  }
  expect(find('Nguyá»…n VÄƒn Ãnh')?.why).toBe('mojibake');
  expect(find('Nguy?n V?n ?nh')?.why).toBe('lost');
  expect(find('Nguy\ufffdn')?.why).toBe('lost');
  expect(find('\uf06d')?.why).toBe('private');
});

for (const form of forms) {
  test(`${form.id} sends text of an old encoding back at its field`, () => {
    const texts = [...fieldsOf(form)].filter(
      ([, { control }]) => control === 'textarea' || control === 'text',
    );
    const named = texts.filter(([name]) => !['model', 'story', 'case'].includes(name));
    const [first = '', second = ''] = named.map(([name]) => name);
    const changes = { [first]: 'NguyÔn V¨n ¸nh', [second]: 'Nguy?n V?n' };
    const issues = form.schema.safeParse(exampleAnswers(form, changes)).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0])).toEqual([first, second]);
    expect(issues[0]?.message).toContain('Chữ gõ bằng bảng mã TCVN3');
    expect(issues[1]?.message).toContain('Có chữ cái bị mất');
  });
}
