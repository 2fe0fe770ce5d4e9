import { compose } from '../vietnamese/compose.ts';
import { wordsOf } from '../vietnamese/words.ts';
import { type FoundUnit, unitNamed, unitSearch } from './find-units.ts';
import { samplePrefix } from './story-ids.ts';
import { type Unit, unitByCode, units, unlistedUnits } from './units.ts';

/** The unit that a code and a name mean: one of the list, one outside it, or one that nobody can tell for certain. */
export type SaidUnit =
  | { is: 'listed'; unit: Unit }
  | { is: 'unlisted' }
  /** `code`: the code is no code. `near`: the name may mean a listed unit. `far`: it is like none. `two`: they name two units. */
  | { is: 'doubtful'; doubt: 'code' | 'near' | 'far' | 'two'; why: string };

const search = unitSearch([...units, ...unlistedUnits]);
const searched = new Map<string, readonly FoundUnit[]>();
const mostSearched = 2_000;

/** A search takes milliseconds, and the same names come at each run. */
function found(name: string): readonly FoundUnit[] {
  const known = searched.get(name);
  if (known) return known;
  if (searched.size >= mostSearched) searched.clear();
  const units = search(name);
  searched.set(name, units);
  return units;
}

const withoutOffice = (name: string) =>
  compose(name).replace(/^(?:ubnd|(?:ủy|u\u1ef7) ban nhân dân)\s+/iu, '');
const keyOf = (name: string) =>
  wordsOf(withoutOffice(name.trim()))
    .map(({ form }) => form)
    .join(' ');
const byName = new Map(units.map((unit) => [keyOf(unit.name), unit]));
/** The listed unit that has exactly this name today, with “UBND” in full or in short, or without it. */
export const unitOfName = (name: string): Unit | undefined => byName.get(keyOf(name));

const lengthOf = (name: string) => wordsOf(withoutOffice(name)).length;

const named = (name: string): Unit | undefined =>
  name === '' ? undefined : (unitOfName(name) ?? unitByCode(unitNamed(found(name))?.code));

/** A short form such as “Công an” means a unit of the city in a list of units, but not where somebody chose “Khác”. */
const isShort = (name: string, unit: Unit) => lengthOf(name) < lengthOf(unit.name);

const hint =
  'Ghi đúng tên hoặc mã như ở trang Cơ quan, đơn vị (/don-vi/); ngoài danh sách thì ghi mã “khac”.';
const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

function doubtOf(code: string, name: string): SaidUnit {
  const others = found(name);
  if (others.some((one) => unlistedUnits.some((kind) => kind.code === one.code))) return { is: 'unlisted' };
  const near = others.slice(0, 3).map((one) => one.name);
  const ofName = near.length > 0 ? 'near' : 'far';
  const doubt = code === '' ? ofName : 'code';
  const why = {
    code: `không có đơn vị mang mã “${short(code)}”`,
    near: `chưa rõ “${short(name)}” là đơn vị nào, có phải ${near.join(', ')}${others.length > near.length ? ', …' : ''}?`,
    far: `không thấy “${short(name)}” trong danh sách đơn vị`,
  }[doubt];
  return { is: 'doubtful', doubt, why: `${why}${doubt === 'near' ? '' : '.'} ${hint}` };
}

/**
 * Reads the unit of a row: by its code, or by its present or former name where that means one unit only. Nothing is guessed: what is
 * not certain says why.
 */
export function unitSaid(typedCode: string | null, typedName: string | null): SaidUnit {
  const [code, name] = [typedCode?.trim() ?? '', typedName?.trim() ?? ''];
  const listed = unitByCode(code) ?? unitByCode(code.toLowerCase());
  const ofName = listed ? unitOfName(name) : named(name);
  const ofCode = listed ?? named(code);
  if (ofCode && ofName && ofCode.code !== ofName.code)
    return {
      is: 'doubtful',
      doubt: 'two',
      why: `mã là của ${ofCode.name}, nhưng tên ghi là ${ofName.name}. Sửa mã hoặc tên.`,
    };
  if (code.startsWith(samplePrefix)) return { is: 'unlisted' };
  const unit = ofCode ?? ofName;
  if (unlistedUnits.some((kind) => kind.code === code.toLowerCase()))
    return ofName && !isShort(name, ofName) ? { is: 'listed', unit: ofName } : { is: 'unlisted' };
  return unit ? { is: 'listed', unit } : doubtOf(code, name);
}
