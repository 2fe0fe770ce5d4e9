import { expect, test } from '@playwright/test';
import { owedBy } from '../../../src/plan/owed.ts';
import { units } from '../../../src/vocabulary/units.ts';

const when = (code: string) => {
  const unit = units.find((each) => each.code === code);
  return unit ? owedBy(unit).map(({ duty, part }) => `${part} ${duty.when}`) : [];
};

test('every unit sees both phases to their end: sơ kết 2027, which it does, and tổng kết 2030, in which it takes part', () => {
  for (const { code, group } of units.filter((unit) => unit.group !== 'doanh-nghiep'))
    expect(when(code), `${code} of ${group}`).toEqual(
      expect.arrayContaining([
        expect.stringMatching('Năm 2027'),
        code === 'so-noi-vu' ? 'does Năm 2030' : 'joins Năm 2030',
      ]),
    );
});
