import { expect, test } from '@playwright/test';
import { forms } from '../../../../src/filing/definitions/registry.ts';
import { owed, owedBy } from '../../../../src/plan/owed.ts';
import { agencies, agenciesOf, agencyOf } from '../../../../src/site/duties/agencies.ts';
import { duties, phases } from '../../../../src/vocabulary/taxonomy.ts';
import { unitGroups, units } from '../../../../src/vocabulary/units.ts';

const ids = (list: readonly { duty: { id: string } }[]) => list.map(({ duty }) => duty.id);

test('the choice of each unit shows exactly what the unit owes', () => {
  for (const unit of units)
    expect(ids(owedBy(agencyOf(unit)?.unit ?? unit)), unit.name).toEqual(ids(owedBy(unit)));
});

test('every unit owes its own plan, the yearly report and the first review; nothing owed is without a unit or body', () => {
  for (const unit of units) {
    const when = owedBy(unit).map(({ duty }) => duty.when);
    for (const time of ['Quý II/2026', 'Định kỳ hằng năm', 'Năm 2027'])
      expect(when, unit.name).toContain(time);
  }
  for (const duty of owed) expect(agenciesOf(duty).length, duty.id).toBeGreaterThan(0);
});

test('all of V.1 and V.2 is owed, in order of time, work without a time last', () => {
  const wanted = [
    ...phases.flatMap(({ milestones }) => milestones.map(({ clause }) => clause)),
    ...duties.map(({ id }) => id),
  ];
  for (const id of wanted) expect(owed.map((duty) => duty.id)).toContain(id);
  const times = owed.map(({ when }) => when);
  expect(times.slice(0, 6)).toEqual([
    'Quý II/2026',
    'Định kỳ hằng năm',
    'Hằng năm',
    'Năm 2027',
    'Năm 2030',
    'Khi có khó khăn, vướng mắc',
  ]);
  expect(times.slice(6).every((when) => when === null)).toBe(true);
});

test('the body that leads, joins or receives is told so', () => {
  const partOf = (code: string, clause: string) => {
    const unit = units.find((one) => one.code === code);
    return unit && owedBy(unit).find(({ duty }) => duty.id === clause)?.part;
  };
  expect(partOf('so-noi-vu', 'v-2-8')).toBe('does');
  expect(partOf('so-noi-vu', 'v-2-9')).toBe('receives');
  expect(partOf('so-khoa-hoc-va-cong-nghe', 'v-2-8')).toBe('joins');
  expect(partOf('26248', 'v-2-9')).toBe('does');
  expect(partOf('26248', 'v-2-8')).toBeUndefined();
});

test('groups and forms that a duty names exist, and anchors are not taken twice', () => {
  const groups = unitGroups.map(({ id }) => id);
  const formIds: string[] = forms.map(({ id }) => id);
  for (const duty of owed) {
    for (const group of duty.groups) expect(groups, duty.id).toContain(group);
    for (const form of duty.forms) expect(formIds, duty.id).toContain(form);
  }
  expect(new Set(agencies.map(({ id }) => id)).size).toBe(agencies.length);
});
