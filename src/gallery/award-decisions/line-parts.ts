import { unitMeant, unitSearch } from '../../vocabulary/find-units.ts';
import { units } from '../../vocabulary/units.ts';
import { type Part, partsOfHeading } from './heading-parts.ts';
import type { HonouredKind } from './kind-of.ts';
import type { ListedRow } from './read-list.ts';
import { hasPieces, isPartOfUnit, isPost, piecesAfterFirst, splitPerson, unitAtEnd } from './split-person.ts';

/** Who a line honours, with what is not certain. */
export interface LineParts {
  name: string;
  position: string | null;
  unitName: string | null;
  unitCode: string | null;
  doubts: string[];
}

const findUnits = unitSearch(units);
const codes = new Map<string, string | null>();

/** The code of the listed unit that a text names for certain, by its present name, whole or at its end; null for any other. */
function unitCodeOf(text: string | null): string | null {
  if (text === null) return null;
  const known = codes.get(text);
  if (known !== undefined) return known;
  const meant = unitMeant(findUnits(text));
  const code = meant && !meant.former ? meant.code : (unitAtEnd(text)?.code ?? null);
  codes.set(text, code);
  return code;
}

const maxSaidLetters = 80;
const quoted = (text: string) =>
  `“${text.length > maxSaidLetters ? `${text.slice(0, maxSaidLetters - 1)}…` : text}”`;
const orNull = (text: string | undefined): string | null => text?.trim() || null;

const partNames: Readonly<Record<Part, string>> = { name: 'tên', position: 'chức vụ', unit: 'đơn vị' };
const notSplit = (text: string, parts: readonly Part[]) =>
  `Chưa tách chắc được ${parts.map((part) => partNames[part]).join(', ')} trong ${quoted(text)}: để mỗi thứ một cột.`;

/** A collective keeps its whole name; the unit that it belongs to may stand at the end of it. */
function collectiveParts({ cells }: ListedRow): LineParts {
  const name = cells.name?.trim() ?? '';
  const own = orNull(cells.unit);
  const common = { name, position: orNull(cells.position) };
  if (own !== null) return { ...common, unitName: own, unitCode: unitCodeOf(own), doubts: [] };
  const itself = unitMeant(findUnits(name));
  if (itself && !itself.former) return { ...common, unitName: null, unitCode: itself.code, doubts: [] };
  const ending = unitAtEnd(name);
  if (ending && ending.before !== '')
    return { ...common, unitName: ending.unit, unitCode: ending.code, doubts: [] };
  const after = piecesAfterFirst(name);
  const isDoubtful = after === null && hasPieces(name);
  const isHomeless = after === null && !isDoubtful && isPartOfUnit(name);
  const doubts = [
    ...(isDoubtful ? [notSplit(name, ['name', 'unit'])] : []),
    ...(isHomeless ? ['Chưa có đơn vị của tập thể này.'] : []),
  ];
  return { ...common, unitName: after, unitCode: unitCodeOf(after), doubts };
}

function personParts({ cells, nameHeading, unitHeading }: ListedRow, isPerson: boolean): LineParts {
  const doubts: string[] = [];
  const text = cells.name?.trim() ?? '';
  const place = orNull(cells.unit);
  const ofName = partsOfHeading(nameHeading);
  const named = ofName.length > 1 && text !== '' ? splitPerson(text, ofName) : null;
  if (named && !named.isSure) doubts.push(notSplit(text, ofName));
  if (!named && isPerson && hasPieces(text)) doubts.push(`Ô tên có thêm chữ ngoài tên: ${quoted(text)}.`);
  const ofUnit = partsOfHeading(unitHeading);
  const inUnit: readonly Part[] = ofUnit.length > 1 ? ofUnit : ['position', 'unit'];
  const placed = place !== null && (ofUnit.length > 1 || isPost(place)) ? splitPerson(place, inUnit) : null;
  if (place !== null && placed && !placed.isSure) doubts.push(notSplit(place, inUnit));
  const posts = [orNull(cells.position), placed?.position ?? null, named?.position ?? null];
  const places = [placed ? placed.unit : place, named?.unit ?? null];
  for (const [said, what] of [
    [posts, 'chức vụ'],
    [places, 'đơn vị'],
  ] as const) {
    const different = [...new Set(said.filter((one) => one !== null))];
    if (different.length > 1) doubts.push(`Có hai ${what}: ${different.map(quoted).join(', ')}.`);
  }
  const unitName = places.find((one) => one !== null) ?? null;
  return {
    name: named?.name ?? text,
    position: posts.find((one) => one !== null) ?? null,
    unitName,
    unitCode: unitCodeOf(unitName),
    doubts,
  };
}

const onOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

/** Reads who a line honours out of its cells, whose headings may name several parts: “Chức vụ, đơn vị công tác”. Each part is one line. */
export function linePartsOf(row: ListedRow, kind: HonouredKind | null): LineParts {
  const parts = kind === 'tap-the' ? collectiveParts(row) : personParts(row, kind === 'ca-nhan');
  return {
    ...parts,
    name: onOneLine(parts.name),
    position: parts.position && onOneLine(parts.position),
    unitName: parts.unitName && onOneLine(parts.unitName),
  };
}
