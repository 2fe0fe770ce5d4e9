import { expect, test } from '@playwright/test';
import { forms } from '../../../src/filing/definitions/registry.ts';
import type { Clause } from '../../../src/plan/clauses.ts';
import { findClause, flatten } from '../../../src/plan/outline.ts';
import {
  awardForms,
  citedTexts,
  criteria,
  criteriaGroups,
  duties,
  occasions,
  phases,
  strands,
} from '../../../src/vocabulary/taxonomy.ts';
import { threads } from '../../../src/vocabulary/threads.ts';
import { clausesOfPlan } from './plan-files.ts';

const all = flatten(clausesOfPlan);

function textOf({ title, paragraphs }: Clause): string {
  return (title === null ? paragraphs : [title, ...paragraphs]).join(' ');
}

function clause(id: string): Clause {
  const found = findClause(clausesOfPlan, id);
  if (!found) throw new Error(`No clause has the id “${id}”.`);
  return found.clause;
}

function childIds(id: string): string[] {
  return clause(id).children.map((child) => child.id);
}

test('every clause id in the whole plan is unique', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

test('every clause that the data name is in the plan', () => {
  const named = [
    ...[...strands, ...criteria, ...phases, ...duties].map(({ id }) => id),
    ...[...criteriaGroups, ...occasions].map((item) => item.clause),
    ...occasions.flatMap(({ awards }) => awards.map((award) => award.clause)),
    ...phases.flatMap(({ milestones }) => milestones.map((milestone) => milestone.clause)),
    ...citedTexts.flatMap(({ clauses }) => clauses),
  ];
  for (const id of named) expect(findClause(clausesOfPlan, id), id).not.toBeNull();
});

test('every bullet of II is a strand, and together the strands use all four threads', () => {
  expect(strands.map(({ id }) => id)).toEqual(childIds('ii'));
  expect(strands.map(({ number }) => `ii-${number}`)).toEqual(childIds('ii'));
  expect(new Set(strands.flatMap((strand) => strand.threads))).toEqual(new Set(threads));
});

test('every part of III.1 is a criteria group with the number that the plan prints', () => {
  expect(criteriaGroups.map((group) => group.clause)).toEqual(childIds('iii-1'));
  for (const group of criteriaGroups) expect(`${group.number}.`).toBe(clause(group.clause).marker);
});

test('every bullet of III.1 is a criterion of its own group, in the order of the plan', () => {
  for (const group of criteriaGroups) {
    const own = criteria.filter((criterion) => criterion.group === group.id);
    expect(own.map(({ id }) => id)).toEqual(childIds(group.clause));
  }
  expect(criteria.map(({ id }) => id)).toEqual(childIds('iii-1').flatMap(childIds));
});

test('every award bullet of III.2.2 is in its occasion, under the name that the plan prints', () => {
  const names = new Map(awardForms.map(({ id, name }) => [id, name]));
  const listed = occasions.filter((occasion) => occasion.id !== 'hang-nam');
  expect(listed.map((occasion) => occasion.clause)).toEqual(childIds('iii-2-2'));
  for (const occasion of listed) {
    expect(occasion.awards.map((award) => award.clause)).toEqual(childIds(occasion.clause));
    for (const award of occasion.awards) {
      expect(textOf(clause(award.clause)).replace(/[;.]$/, '')).toBe(names.get(award.form));
    }
  }
  const used = new Set(listed.flatMap(({ awards }) => awards.map((award) => award.form)));
  expect(used).toEqual(new Set(names.keys()));
});

test('only flags are titles; everything else is a form of commendation', () => {
  for (const { name, kind } of awardForms) expect(kind === 'danh-hieu', name).toBe(name.startsWith('Cờ '));
});

test('every bullet of V.1 is a phase, with the years and the times that it states', () => {
  expect(phases.map(({ id }) => id)).toEqual(childIds('v-1'));
  for (const { id, from, to, milestones } of phases) {
    expect(textOf(clause(id))).toContain(`từ năm ${from} đến năm ${to}`);
    for (const milestone of milestones) {
      const text = textOf(clause(milestone.clause)).toLowerCase();
      expect(text, milestone.name).toContain(milestone.when.toLowerCase());
    }
  }
});

test('every bullet of V.2 is a duty, and the clause names those who share it', () => {
  expect(duties.map(({ id }) => id)).toEqual(childIds('v-2'));
  for (const duty of duties) {
    const text = textOf(clause(duty.id)).toLowerCase();
    for (const partner of duty.with) expect(text, duty.id).toContain(partner.toLowerCase());
  }
});

test('a dated duty names those whom its clause names, and a form of the site', () => {
  for (const { duty, clause: id } of phases.flatMap(({ milestones }) => milestones)) {
    const text = textOf(clause(id)).toLowerCase();
    for (const name of [duty.who, ...duty.with]) expect(text, id).toContain(name.toLowerCase());
  }
  const named = [...duties, ...phases.flatMap(({ milestones }) => milestones.map(({ duty }) => duty))];
  const ids: readonly string[] = forms.map(({ id }) => id);
  for (const { form } of named) if (form !== null) expect(ids).toContain(form);
});

test('for the annual occasion the plan names no form, so the data name none', () => {
  const annual = occasions.find(({ id }) => id === 'hang-nam');
  const text = textOf(clause('iii-2-1'));
  expect(awardForms.filter(({ name }) => text.includes(name))).toEqual([]);
  expect(annual?.awards).toEqual([]);
});

test('a cited text names every clause that cites its number, and its day as the plan prints it', () => {
  for (const { number, date, clauses } of citedTexts) {
    const citing = all.filter((item) => textOf(item).includes(number));
    expect(citing.map(({ id }) => id)).toEqual(clauses);
    const [year = '', month = '', day = ''] = date.split('-');
    const printedMonth = Number(month) < 3 ? month : String(Number(month));
    const printed = `${number} ngày ${day} tháng ${printedMonth} năm ${year}`;
    expect(
      citing.some((item) => textOf(item).includes(printed)),
      printed,
    ).toBe(true);
  }
});

test('no text that the plan cites by number is missing from the data', () => {
  const numbers = all.flatMap((item) => textOf(item).match(/\d+[/-]\p{Lu}{2}-?[/-]?\p{L}+/gu) ?? []);
  expect(new Set(numbers)).toEqual(new Set(citedTexts.map(({ number }) => number)));
});
