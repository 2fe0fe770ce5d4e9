import { expect, test } from '@playwright/test';
import otherNames from '../../../content/units/other-names.json' with { type: 'json' };
import { unitMeant, unitSearch } from '../../../src/search/find-units.ts';
import { formerNamesOf } from '../../../src/search/former-names.ts';
import { units } from '../../../src/schemas/units.ts';
import { communeNames, holders, listedUnits, spellings } from '../../fixtures/unit-names.ts';

const search = unitSearch(listedUnits);
const names = (typed: string) => search(typed).map(({ name }) => name);
const meant = (typed: string) => unitMeant(search(typed))?.name;

/** What is wrong with what was found, when these and no others have the name; null when nothing is. */
function fault(typed: string, codes: ReadonlySet<string>): string | null {
  const found = search(typed);
  const top = new Set(found.slice(0, codes.size).map(({ code }) => code));
  const chosen = unitMeant(found);
  if (top.symmetricDifference(codes).size > 0)
    return `${typed} → ${found.slice(0, codes.size + 1).map(({ name }) => name).join(', ')}`;
  if (codes.size === 1 && !chosen) return `${typed} is not chosen by Enter`;
  if (codes.size > 1 && chosen) return `${typed} chooses ${chosen.name}, and others have the name`;
  return null;
}

const tried = { names: 0, chosen: 0, ambiguous: 0 };

function faults(typed: string, codes: ReadonlySet<string>): string[] {
  tried.names += 1;
  if (codes.size === 1) tried.chosen += 1;
  else tried.ambiguous += 1;
  return fault(typed, codes) ?? [];
}

test.afterAll(() => {
  console.log(`${tried.names} names: ${tried.chosen} chosen by Enter, ${tried.ambiguous} listed to choose from`);
});

/** “Xã Long Phước” with what people put around it. */
const withType = (full: string) => [
  full,
  full.replace(/^Xã /i, 'X.').replace(/^Phường /i, 'P.').replace(/^Thị trấn /i, 'TT. ').replace(/^Thành phố /i, 'TP.'),
  `UBND ${full}`,
  `Ủy ban nhân dân ${full}`,
  `${full}, thành phố Đồng Nai`,
];

for (const [at, { write, same }] of spellings.entries()) {
  test(`every commune is first under every name with its type, or all who had it are listed (spelling ${at})`, () => {
    const wrong = communeNames.flatMap(({ full }) =>
      withType(full).flatMap((typed) => faults(write(typed), holders(same, 'full', full))),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test(`and under every name without it (spelling ${at})`, () => {
    const wrong = communeNames.flatMap(({ bare }) =>
      [bare, `UBND ${bare}`].flatMap((typed) => faults(write(typed), holders(same, 'bare', bare))),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
}
