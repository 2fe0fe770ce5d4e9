import { expect, test } from '@playwright/test';
import otherNames from '../../../content/units/other-names.json' with { type: 'json' };
import { units } from '../../../src/vocabulary/units.ts';
import { fault, faults, firstUnit, meant, search, tried, unitNames } from '../../fixtures/find-units.ts';
import { spellings } from '../../fixtures/unit-names.ts';

test.afterAll(() => {
  console.log(
    `${tried.names} names: ${tried.chosen} chosen by Enter, ${tried.ambiguous} listed to choose from`,
  );
});

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
    shortened(name).flatMap((typed) =>
      unitNames(typed).includes(name) ? [] : `${typed} → ${firstUnit(typed)}`,
    ),
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
    expect(firstUnit(typed), typed).toBe(name);
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
