import { expect, test } from '@playwright/test';
import otherNames from '../../../content/units/other-names.json' with { type: 'json' };
import { unitMeant, unitSearch } from '../../../src/vocabulary/find-units.ts';
import { units } from '../../../src/vocabulary/units.ts';
import { communeNames, holders, listedUnits, spellings } from '../../fixtures/unit-names.ts';

const search = unitSearch(listedUnits);
const names = (typed: string) => search(typed).map(({ name }) => name);
const first = (typed: string) => names(typed)[0];
const meant = (typed: string) => unitMeant(search(typed))?.name;

/** What is wrong with what was found, when these and no others have the name; null when nothing is. */
function fault(typed: string, codes: ReadonlySet<string>): string | null {
  const found = search(typed);
  const top = new Set(found.slice(0, codes.size).map(({ code }) => code));
  const chosen = unitMeant(found);
  if (top.symmetricDifference(codes).size > 0)
    return `${typed} → ${found
      .slice(0, codes.size + 1)
      .map(({ name }) => name)
      .join(', ')}`;
  if (codes.size === 1 && !chosen) return `${typed} is not chosen by Enter`;
  if (codes.size > 1 && chosen) return `${typed} chooses ${chosen.name}, and others have the name`;
  return null;
}

const tried = { names: 0, chosen: 0, ambiguous: 0 };

function faults(typed: string, codes: ReadonlySet<string>): string[] {
  tried.names += 1;
  if (codes.size === 1) tried.chosen += 1;
  else tried.ambiguous += 1;
  const wrong = fault(typed, codes);
  return wrong === null ? [] : [wrong];
}

test.afterAll(() => {
  console.log(
    `${tried.names} names: ${tried.chosen} chosen by Enter, ${tried.ambiguous} listed to choose from`,
  );
});

const fullNames = [...new Set(communeNames.map(({ full }) => full))];
const bareNames = [...new Set(communeNames.map(({ bare }) => bare))];

/** “Xã Long Phước” with what people put around it. */
const withType = (full: string) => [
  full,
  full
    .replace(/^Xã /i, 'X.')
    .replace(/^Phường /i, 'P.')
    .replace(/^Thị trấn /i, 'TT. ')
    .replace(/^Thành phố /i, 'TP.'),
  `UBND ${full}`,
  `Ủy ban nhân dân ${full}`,
  `${full}, thành phố Đồng Nai`,
];

for (const [at, { write, same }] of spellings.entries()) {
  test(`every commune is first under every name with its type, or all who had it are listed (spelling ${at})`, () => {
    const wrong = fullNames.flatMap((full) =>
      (at === 0 ? withType(full) : [full, `UBND ${full}`]).flatMap((typed) =>
        faults(write(typed), holders(same, 'full', full)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test(`and under every name without it (spelling ${at})`, () => {
    const wrong = bareNames.flatMap((bare) =>
      [bare, `UBND ${bare}`].flatMap((typed) => faults(write(typed), holders(same, 'bare', bare))),
    );
    expect(wrong).toEqual([]);
  });
}

const organisations = units.filter(({ group }) => group !== 'xa-phuong');
const linking = ['và', 'các'];
/** “Sở Khoa học và Công nghệ” → “Sở KHCN”, “SKHCN”, “Sở KH&CN”, “S. KHCN”. */
function shortened(name: string): string[] {
  const words = name.split(/[\s,]+/);
  const initials = (some: readonly string[]) =>
    some
      .flatMap((word) => (linking.includes(word) ? [] : word.charAt(0)))
      .join('')
      .toUpperCase();
  const [head = '', ...rest] = words;
  const cut = rest.indexOf('và');
  const parts = [rest.slice(0, Math.max(cut, 0)), rest.slice(cut + 1)].filter((part) => part.length > 0);
  return [
    `${head} ${initials(rest)}`,
    initials(words),
    `${head} ${parts.map(initials).join('&')}`,
    `${head.charAt(0)}. ${initials(rest)}`,
    `${head.charAt(0)}.${initials(rest)}`,
  ];
}

test('every organisation is first and chosen under its name, without the city, as of the province, and shortened', () => {
  const wrong = organisations.flatMap(({ code, name }) => {
    const short = name.replace(/ (thành phố|Đồng Nai)$/, '');
    const called = Object.entries(otherNames.called).flatMap(([of, others]) => (of === code ? others : []));
    const ofCity = [
      `${short} thành phố Đồng Nai`,
      `${short} tỉnh Đồng Nai`,
      `${short} TP. Đồng Nai`,
      `${short} tỉnh`,
    ];
    const all = [name, short, ...called, ...(short === name ? [`${name} thành phố Đồng Nai`] : ofCity)];
    return all.flatMap((one) => spellings.flatMap(({ write }) => faults(write(one), new Set([code]))));
  });
  expect(wrong).toEqual([]);
});

test('every department is found by its initials, with dots, & and without', () => {
  const departments = organisations.filter(({ name }) => name.startsWith('Sở '));
  const wrong = departments.flatMap(({ name }) =>
    shortened(name).flatMap((typed) => (names(typed).includes(name) ? [] : `${typed} → ${first(typed)}`)),
  );
  expect(wrong).toEqual([]);
  for (const [typed, name] of [
    ['SNV', 'Sở Nội vụ'],
    ['S. KH&CN', 'Sở Khoa học và Công nghệ'],
    ['skhcn', 'Sở Khoa học và Công nghệ'],
    ['Sở NN&MT', 'Sở Nông nghiệp và Môi trường'],
    ['S.NNMT', 'Sở Nông nghiệp và Môi trường'],
    ['NNMT', 'Sở Nông nghiệp và Môi trường'],
    ['Sở GD-ĐT', 'Sở Giáo dục và Đào tạo'],
    ['SGDĐT', 'Sở Giáo dục và Đào tạo'],
    ['Sở VHTT&DL', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['SNgV', 'Sở Ngoại vụ'],
    ['VP UBND TP', 'Văn phòng UBND thành phố'],
    ['CA TP', 'Công an thành phố'],
    ['Bộ CHQS thành phố', 'Bộ Chỉ huy Quân sự thành phố'],
    ['LĐLĐ', 'Liên đoàn Lao động thành phố'],
    ['Hội LHPN', 'Hội Liên hiệp Phụ nữ thành phố'],
    ['Hội CCB', 'Hội Cựu chiến binh thành phố'],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam thành phố', 'Ủy ban MTTQ Việt Nam thành phố'],
    ['ubmttq', 'Ủy ban MTTQ Việt Nam thành phố'],
    ['Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'Đoàn TNCS Hồ Chí Minh thành phố'],
    ['Liên minh HTX', 'Liên minh Hợp tác xã thành phố'],
    ['Cty', 'Doanh nghiệp, hợp tác xã (ghi tên bên dưới)'],
    ['cong ty TNHH Một thành viên Thử', 'Doanh nghiệp, hợp tác xã (ghi tên bên dưới)'],
    ['HTX', 'Doanh nghiệp, hợp tác xã (ghi tên bên dưới)'],
    ['DN', 'Doanh nghiệp, hợp tác xã (ghi tên bên dưới)'],
  ] as const) {
    expect(first(typed), typed).toBe(name);
  }
});

test('a department of before 2025 leads to who took it over; one that was split, to all, and none is chosen', () => {
  for (const { name, now } of otherNames.former) {
    const codes = new Set(now.map(({ code }) => code));
    if (!name.startsWith('Sở')) continue;
    const ways = [name, ...shortened(name), `${name} tỉnh Đồng Nai`];
    for (const typed of ways.flatMap((way) => spellings.map(({ write }) => write(way))))
      expect(fault(typed, codes), typed).toBeNull();
  }
  const [main, ...others] = search('Sở LĐ-TB&XH');
  expect(main).toMatchObject({ name: 'Sở Nội vụ', former: 'Sở Lao động - Thương binh và Xã hội' });
  expect(others.slice(0, 4).every(({ part }) => part !== undefined)).toBe(true);
  expect(meant('Sở Tài nguyên và Môi trường')).toBe('Sở Nông nghiệp và Môi trường');
  expect(meant('Ban Dân tộc tỉnh')).toBe('Sở Dân tộc và Tôn giáo');
});

test('words in another order, another type or another office are shown, and nothing is chosen for them', () => {
  expect(first('phường Phước Long')).toBe('UBND phường Phước Long');
  expect(first('Long Bình')).toBe('UBND phường Long Bình');
  for (const typed of [
    'Lộc Bình',
    'xã Bình Phước',
    'tỉnh Bình Phước',
    'Đảng ủy phường Trấn Biên',
    'HĐND xã Bom Bo',
  ]) {
    expect(search(typed).length, typed).toBeGreaterThan(0);
    expect(meant(typed), typed).toBeUndefined();
  }
  const turned = communeNames.map(({ bare }) => bare.split(' ').reverse().join(' '));
  const known = new Set(communeNames.map(({ bare }) => bare));
  for (const typed of turned.filter((name) => !known.has(name))) {
    const chosen = unitMeant(search(typed));
    expect(chosen?.rank ?? 0, typed).toBeLessThan(12);
    if (chosen) expect((chosen.former ?? chosen.name).toLowerCase(), typed).toContain(typed.toLowerCase());
  }
});

test('a former district lists every commune on its ground, and a district typed after a name tells equals apart', () => {
  expect(names('huyện Trảng Bom').slice(0, 6)).toEqual([
    'UBND phường Hố Nai',
    'UBND phường Trảng Bom',
    'UBND xã An Viễn',
    'UBND xã Bàu Hàm',
    'UBND xã Bình Minh',
    'UBND xã Hưng Thịnh',
  ]);
  expect(meant('huyện Trảng Bom')).toBeUndefined();
  expect(meant('Trảng Bom')).toBe('UBND phường Trảng Bom');
  expect(search('TP. Biên Hòa').filter(({ former }) => former === 'thành phố Biên Hòa')).toHaveLength(10);
  expect(meant('Thị trấn Tân Phú')).toBeUndefined();
  expect(meant('Thị trấn Tân Phú, huyện Đồng Phú, tỉnh Bình Phước')).toBe('UBND phường Đồng Phú');
  expect(meant('thị trấn tân phú (huyện Tân Phú)')).toBe('UBND phường Tân Phú');
  expect(meant('xã Long Phước, huyện Long Thành, tỉnh Đồng Nai')).toBe('UBND xã Long Phước');
});

test('a name that changed is shown beside the name of today', () => {
  expect(search('xã Long Thành')[0]).toMatchObject({
    name: 'UBND phường Long Thành',
    former: 'Xã Long Thành',
    until: '30/4/2026',
  });
  expect(search('Long Thành')[0]).not.toHaveProperty('former');
  expect(search('phường Quyết Thắng')[0]).toMatchObject({ name: 'UBND phường Trấn Biên' });
  expect(search('Biên Hoà')[0]?.name).toBe(first('Biên Hòa'));
  for (const typed of ['Đăk Ơ', 'Đắk Ơ', 'Đak Ơ', 'dak o', 'UBND xã Đắk Ơ'])
    expect(meant(typed), typed).toBe('UBND xã Đăk Ơ');
});

test('what is being typed narrows the list: beginnings, then words within, then words apart', () => {
  expect(first('so noi')).toBe('Sở Nội vụ');
  expect(names('xã Long').slice(0, 2)).toEqual(['UBND xã Long Hà', 'UBND xã Long Phước']);
  expect(names('ubnd xa').length).toBeGreaterThanOrEqual(62);
  expect(search(' ')).toEqual([]);
  expect(search('khong co don vi nay')).toEqual([]);
});

test('equals stand in Vietnamese order, however the list was ordered', () => {
  const turned = unitSearch([...listedUnits].reverse());
  for (const typed of ['Long', 'xã', 'Sở', 'Tân', 'huyện Lộc Ninh'])
    expect(
      turned(typed).map(({ name }) => name),
      typed,
    ).toEqual(names(typed));
});
