import { expect, test } from '@playwright/test';
import { PlanClauseError, parseClauses } from '../../../src/plan/clauses.ts';

const nested = `
<Clause id="i" marker="I." title="MỤC ĐÍCH">

  Lời dẫn của mục.

  <Clause id="i-1" marker="-">

    Đoạn thứ nhất
    còn tiếp.

    Đoạn "thứ hai".

  </Clause>

</Clause>
`;

/** The error that parsing the text raises. */
function faultOf(body: string): PlanClauseError {
  try {
    parseClauses(body);
  } catch (error) {
    if (error instanceof PlanClauseError) return error;
    throw error;
  }
  throw new Error('The text was accepted.');
}

test('clauses keep their mark, heading, paragraphs and children', () => {
  expect(parseClauses(nested)).toEqual([
    {
      id: 'i',
      marker: 'I.',
      title: 'MỤC ĐÍCH',
      paragraphs: ['Lời dẫn của mục.'],
      children: [
        {
          id: 'i-1',
          marker: '-',
          title: null,
          paragraphs: ['Đoạn thứ nhất còn tiếp.', 'Đoạn "thứ hai".'],
          children: [],
        },
      ],
    },
  ]);
});

test('a file without clauses gives none', () => {
  expect(parseClauses('\n')).toEqual([]);
});

test('a second clause with the same id is refused by its id', () => {
  const fault = faultOf(
    '<Clause id="ii-1" marker="-">\n\nMột.\n\n</Clause>\n\n<Clause id="ii-1" marker="-" />',
  );
  expect(fault.clause).toBe('ii-1');
  expect(fault.message).toContain('ii-1');
});

test('a clause without id is refused with the clause that contains it', () => {
  const fault = faultOf(
    '<Clause id="ii" marker="II.">\n\n<Clause marker="-">\n\nMột.\n\n</Clause>\n\n</Clause>',
  );
  expect(fault.clause).toBe('ii');
  expect(fault.message).toContain('has no id');
});

test('text outside a clause is refused and quoted', () => {
  expect(faultOf('Lạc chỗ.\n').message).toContain('Lạc chỗ.');
});

test('text after the children of a clause is refused, for its place would be lost', () => {
  const fault = faultOf('<Clause id="ii">\n\n<Clause id="ii-1" />\n\nSau.\n\n</Clause>');
  expect(fault.clause).toBe('ii');
});

for (const [what, body] of [
  ['an emphasis', '<Clause id="ii">\n\nMột *hai* ba.\n\n</Clause>'],
  ['a list', '<Clause id="ii">\n\n- Một\n\n</Clause>'],
  ['an expression', '<Clause id="ii">\n\n{1 + 1}\n\n</Clause>'],
  ['another element', '<Clause id="ii">\n\n<Note />\n\n</Clause>'],
  ['a computed heading', '<Clause id="ii" title={name} />'],
] as const) {
  test(`${what} in a clause is refused by the id of the clause`, () => {
    expect(faultOf(body).clause).toBe('ii');
  });
}

test('a file that is not MDX is refused with the reader’s own error as the cause', () => {
  expect(faultOf('<Clause id="ii">\n\nMột.\n').cause).toBeInstanceOf(Error);
});
