import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { batchForms } from '../../../../src/filing/batches/batch-form.ts';
import { choiceAliases } from '../../../../src/filing/batches/choice-aliases.ts';
import { numbered, wordsOfChoice } from '../../../../src/filing/batches/choices.ts';
import { findChoice } from '../../../../src/filing/batches/find-choice.ts';
import { parseCell } from '../../../../src/filing/batches/read-cell.ts';
import type { Choice, FieldView } from '../../../../src/filing/definitions/view.ts';
import { fold } from '../../../../src/vietnamese/fold.ts';

/** Every column with a closed list, with each group of choices that it can offer. */
const closed = batchForms.flatMap(({ form, columns }) =>
  columns.flatMap(({ name, view }) => {
    const groups = new Set((view.choices ?? []).map(({ when }) => when));
    return [...groups].map((group) => ({ title: `${form.id} › ${name} › ${group ?? ''}`, view, group }));
  }),
);

const offeredIn = (view: FieldView, group?: string) =>
  numbered(view).filter(({ choice }) => choice.when === group);

const namesOf = (choice: Choice) => [
  choice.value,
  choice.label,
  wordsOfChoice(choice),
  ...(choiceAliases[choice.value] ?? []),
];

const spellings = (text: string) => [
  text,
  text.normalize('NFD'),
  text.toUpperCase(),
  text.toLowerCase(),
  fold(text),
  ` ${text}. `,
  `“${text}”`,
  `- ${text};`,
];

for (const { title, view, group } of closed) {
  test(`${title}: each choice is found by every name, number and alias of it, however spelled`, () => {
    for (const each of offeredIn(view, group)) {
      const { choice, number, place } = each;
      const inPlan = /^iii-/.test(choice.value)
        ? [`III.${number}`, `mục III.${number}`, `iii.${number}`]
        : [];
      const numbers = [
        number,
        place,
        `${number}.`,
        `(${place})`,
        `${number}) ${wordsOfChoice(choice)}`,
        ...inPlan,
      ];
      for (const typed of [...namesOf(choice).flatMap(spellings), ...numbers]) {
        expect(findChoice(view, typed, group)?.value, typed).toBe(choice.value);
      }
    }
  });

  test(`${title}: whatever else is typed is refused with the choices, never stored as one of them`, () => {
    const offered = offeredIn(view, group);
    const own = new Set(
      offered.flatMap(({ choice, number, place }) => [...namesOf(choice), number, place].map(key)),
    );
    const name = fc.constantFrom(...offered.flatMap(({ choice }) => namesOf(choice)));
    const no = fc.constantFrom(
      'không',
      'chưa',
      'không phải',
      'ko',
      'k',
      'trừ',
      'chưa rõ',
      'chẳng',
      '≠',
      '!',
      'no',
      '~',
    );
    const wrong = fc.oneof(
      // First words, last words, first letters.
      fc.tuple(name, fc.nat(40)).map(([words, length]) => words.slice(0, length)),
      fc.tuple(name, fc.nat(4)).map(([words, from]) => words.split(' ').slice(from).join(' ')),
      fc.tuple(no, name).map((words) => words.join(' ')),
      fc.tuple(name, no).map((words) => words.join(' ')),
      fc
        .tuple(name, fc.constantFrom('?', ' (?)', ' hoặc khác', '/', ' hay không'))
        .map((words) => words.join('')),
      no,
      fc.string({ unit: fc.constantFrom(...'abcdghiknoxvtu 0123456789.,-?'), minLength: 1, maxLength: 3 }),
      fc.constantFrom(
        'có',
        'cô',
        'cờ',
        'cỏ',
        'nữa',
        'năm',
        'chúa',
        'chùa',
        'khác nhau',
        '0',
        '-1',
        '1-2',
        '1/2',
        '1?',
        '>1',
        'n/a',
        '?',
      ),
    );
    fc.assert(
      fc.property(wrong, (typed) => {
        const found = findChoice(view, typed, group);
        if (!found) return;
        // What is found is named by all that was typed.
        const itself = offered.find(({ choice }) => choice === found);
        const names = itself ? [...namesOf(found), itself.number, itself.place, ...both(itself)] : [];
        expect([typed, names.map(key)]).toEqual([typed, expect.arrayContaining([key(typed)])]);
      }),
      { numRuns: 400, seed: 22 },
    );
    expect(own.size).toBeGreaterThan(0);
  });
}

const key = (text: string) =>
  fold(text.normalize('NFC'))
    .replace(/[^\p{L}\p{N}?!≠~<>]+/gu, ' ')
    .trim();
const both = ({ choice, number, place }: ReturnType<typeof numbered>[number]) =>
  [number, place].flatMap((each) => namesOf(choice).map((name) => `${each} ${name}`));

test('no two choices of a column share a name, a number or an alias', () => {
  for (const { title, view, group } of closed) {
    const owners = new Map<string, string>();
    for (const { choice, number, place } of offeredIn(view, group)) {
      for (const name of new Set([...namesOf(choice), number, place].map(key))) {
        expect([title, name, owners.get(name) ?? choice.value]).toEqual([title, name, choice.value]);
        owners.set(name, choice.value);
      }
    }
  }
});

const collectives = batchForms.find(({ form }) => form.id === 'de-cu-tap-the');
const viewOf = (name: string) => {
  const view = collectives?.columns.find((column) => column.name === name)?.view;
  if (!view) throw new Error(`There is no column ${name}.`);
  return view;
};

test('neither a position in an unknown group nor a number of another section is read as a choice', () => {
  expect(findChoice(viewOf('criteria'), '1')).toBeUndefined();
  for (const typed of ['III.3', 'I.3', 'tiêu chí 3', 'nhóm 3', '3.', '1.3'])
    expect(findChoice(viewOf('strands'), typed)?.value, typed).toBe(typed === '3.' ? 'ii-3' : undefined);
  expect(findChoice(viewOf('strands'), 'Nội dung 3')?.value).toBe('ii-3');
  expect(findChoice(viewOf('criteriaGroup'), 'II.1.2')).toBeUndefined();
});

test('an answer that can be read in two ways is refused: a number and another name, a number or a list', () => {
  const read = (name: string, typed: string, group?: string) => parseCell(viewOf(name), typed, group);
  for (const typed of ['1 (Đã được khen thưởng)', '2. Chưa', '1 hoặc 2', '1; 2'])
    expect(read('sameAchievement', typed), typed).toMatchObject({ ok: false });
  expect(read('criteria', '1,1,2', 'co-quan')).toMatchObject({ ok: false });
  expect(read('strands', '1; không')).toMatchObject({ ok: false });
  expect(read('strands', '1 - 3')).toMatchObject({ ok: false });
});

test('an error of a formula is no answer to anything', () => {
  for (const { name, view } of collectives?.columns ?? []) {
    for (const typed of ['#N/A', '#REF!', '#DIV/0!', '####', 'Err:502'])
      expect([name, parseCell(view, typed)]).toEqual([
        name,
        { ok: false, message: expect.stringContaining('lỗi công thức') },
      ]);
  }
});
