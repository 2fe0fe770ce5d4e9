import { findCode } from '../../filing/receipts/find-code.ts';
import { fold } from '../../vietnamese/fold.ts';
import { nameKey } from '../../vietnamese/name-key.ts';
import type { AwardLine } from './award-line.ts';
import { awardOf } from './award-of.ts';
import { type HonouredKind, kindOfName, namedKind } from './kind-of.ts';
import { linePartsOf } from './line-parts.ts';
import type { ListedRow } from './read-list.ts';

const nearest = <T>(titles: readonly string[], read: (title: string) => T | null): T | null => {
  for (const title of titles.toReversed()) {
    const found = read(title);
    if (found !== null) return found;
  }
  return null;
};

const maxSaidLetters = 60;
const quoted = (text: string) =>
  `“${text.length > maxSaidLetters ? `${text.slice(0, maxSaidLetters - 1)}…` : text}”`;

/** The kind by the cell, the titles above, the heading of the names, the name, and what only persons have; with what does not fit. */
function kindOf({ cells, titles, nameHeading }: ListedRow): { kind: HonouredKind | null; doubts: string[] } {
  const { name = '', kind: said = '' } = cells;
  const told = namedKind(said) ?? nearest(titles, namedKind) ?? namedKind(nameHeading);
  const looks = kindOfName(name);
  const isPerson = ['sex', 'isWoman', 'isMan', 'position'].some((field) => (cells[field] ?? '') !== '');
  const kind = told ?? looks ?? (isPerson ? 'ca-nhan' : null);
  if (kind === null)
    return { kind, doubts: ['Chưa rõ là tập thể hay cá nhân: ghi vào cột “Loại” của danh sách.'] };
  const isOdd =
    (kind === 'ca-nhan' && looks === 'tap-the') ||
    (kind === 'tap-the' && looks === 'ca-nhan' && told !== null);
  return {
    kind,
    doubts: isOdd
      ? [
          `Đứng trong phần ${kind === 'ca-nhan' ? 'cá nhân' : 'tập thể'} nhưng tên giống ${kind === 'ca-nhan' ? 'một tập thể' : 'một người'}.`,
        ]
      : [],
  };
}

function sexOf({
  sex = '',
  isWoman = '',
  isMan = '',
}: Readonly<Record<string, string>>): 'nam' | 'nu' | null {
  const said = fold(sex).trim();
  const [isHers, isHis] = [said === 'nu' || isWoman !== '', said === 'nam' || isMan !== ''];
  if (isHers === isHis) return null;
  return isHers ? 'nu' : 'nam';
}

/** What a name should not look like on a page: an address that leaves the sex open, or capitals throughout. */
function doubtsOfName(name: string): string[] {
  const isOpen = /^(?:ông\s*[/(]\s*bà|bà\s*[/(]\s*ông)(?!\p{L})/iu.test(name);
  const words = name.match(/\p{L}{2,}/gu) ?? [];
  const isLoud = words.length > 1 && words.every((word) => word === word.toLocaleUpperCase('vi'));
  return [
    ...(isOpen ? ['Tên còn ghi “Ông/Bà”: ghi một, hoặc bỏ.'] : []),
    ...(isLoud ? ['Tên viết hoa cả chữ, và sẽ lên trang như vậy: sửa trong danh sách nếu chưa đúng ý.'] : []),
  ];
}

function awardIn(
  { cells: { award: cell = '' }, titles }: ListedRow,
  usual: string | null,
): { award: string | null; doubts: string[] } {
  if (cell !== '') {
    const award = awardOf(cell, usual);
    const doubts = award === null ? [`Không hiểu hình thức khen thưởng ${quoted(cell)}: chọn ở bài.`] : [];
    return { award, doubts };
  }
  const award = nearest(titles, (title) => awardOf(title, usual)) ?? usual;
  return {
    award,
    doubts: award === null ? ['Chưa có hình thức khen thưởng: chọn ở hàng của quyết định.'] : [],
  };
}

function codeIn(cell: string): { code: string | null; doubts: string[] } {
  if (cell === '') return { code: null, doubts: [] };
  const found = findCode(cell);
  return found.ok
    ? { code: found.code, doubts: [] }
    : { code: null, doubts: [`Mã hồ sơ ${quoted(cell)} không đúng.`] };
}

const orNull = (text: string | undefined): string | null => text?.trim() || null;

/**
 * The lines of a list: a row each, in their order. `usual` is the award form of the decision. A line that repeats a name and a unit is
 * kept and says so.
 */
export function awardLines(rows: readonly ListedRow[], usual: string | null): AwardLine[] {
  const seen = new Map<string, string[]>();
  return rows.map((row, at): AwardLine => {
    const { cells, where } = row;
    const { kind, doubts: ofKind } = kindOf(row);
    const { award, doubts: ofAward } = awardIn(row, usual);
    const { code, doubts: ofCode } = codeIn(cells.code ?? '');
    const { name, position, unitName, unitCode, doubts: ofParts } = linePartsOf(row, kind);
    const person = `${nameKey(name)}|${nameKey(unitName ?? '')}`;
    const before = seen.get(person) ?? [];
    seen.set(person, [...before, where]);
    const twice =
      before.length > 0 ? [`Trùng tên, cùng đơn vị với ${before[0]?.replace(/^Dòng/, 'dòng')}.`] : [];
    const nameless = name === '' ? ['Dòng này chưa có tên.'] : [];
    const isHomeless = kind === 'ca-nhan' && unitName === null && ofParts.length === 0;
    const homeless = isHomeless ? ['Chưa có đơn vị của người này.'] : [];
    return {
      place: at + 1,
      where,
      key: `${person}|${before.length}`,
      name,
      kind: name === '' ? null : kind,
      position,
      unitName,
      unitCode,
      award,
      motivation: orNull(cells.motivation),
      sex: sexOf(cells),
      role: orNull(cells.role),
      code,
      doubts: [
        ...nameless,
        ...(name === '' ? [] : ofKind),
        ...doubtsOfName(name),
        ...ofParts,
        ...ofAward,
        ...ofCode,
        ...twice,
        ...homeless,
      ],
    };
  });
}
