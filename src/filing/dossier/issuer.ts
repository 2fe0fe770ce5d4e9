import { communes, unitByCode, unlistedUnits } from '../../vocabulary/units.ts';
import { slot } from './slot.ts';

/** A unit as it names itself in an official text. */
export interface Issuer {
  /** In a sentence: “Ủy ban nhân dân phường Trấn Biên”. */
  name: string;
  /** Above its name in the head, in capitals; none if the law gives it none. */
  above?: string;
  /** Its name in the head, in capitals, line by line. */
  headLines: readonly string[];
  /** After the kind of text in its number: “UBND”. */
  abbreviation: string;
  /** The place named beside the date. */
  place: string;
}

/** Groups of units whose place is the city; other units name their own place. */
const cityGroups: readonly string[] = ['so', 'mttq', 'hoi'];

/** The departments of the city's people's committee, which heads their papers with its usual abbreviation. */
const ofCommittee = 'so';

const slotAbove = slot('CƠ QUAN CHỦ QUẢN, NẾU CÓ');

const unlisted: readonly (string | undefined)[] = unlistedUnits.map(({ code }) => code);

/** The name in capitals. “THÀNH PHỐ” and “ĐỒNG NAI” stay on one line. */
const capitals = (text: string) =>
  text
    .toLocaleUpperCase('vi')
    .replaceAll('THÀNH PHỐ', 'THÀNH\u00a0PHỐ')
    .replaceAll('ĐỒNG NAI', 'ĐỒNG\u00a0NAI');

/** Abbreviations in our list of units and their full forms, which an official text requires. */
const writtenOut = (name: string) =>
  name
    .replace('UBND', 'Ủy ban nhân dân')
    .replace('MTTQ', 'Mặt trận Tổ quốc')
    .replace('TNCS', 'Thanh niên Cộng sản');

/** A unit of which only the name is known. */
export function issuerNamed(name: string): Issuer {
  return {
    name,
    above: slotAbove,
    headLines: [capitals(name)],
    abbreviation: slot('viết tắt tên đơn vị'),
    place: slot('địa danh'),
  };
}

/** The unit that proposes, from the answers to “Đơn vị đề cử” and “Tên đơn vị”. */
export function issuerOf(unitCode: string | undefined, unitName: string | undefined): Issuer {
  const commune = communes.find(({ code }) => code === unitCode);
  if (commune) {
    const place = `${commune.type} ${commune.name}`;
    return {
      name: `Ủy ban nhân dân ${place}`,
      headLines: ['ỦY BAN NHÂN DÂN', capitals(place)],
      abbreviation: 'UBND',
      place: commune.name,
    };
  }
  const unit = unlisted.includes(unitCode) ? undefined : unitByCode(unitCode);
  if (!unit) return issuerNamed(unitName ?? slot('tên đơn vị đề cử'));
  const place = cityGroups.includes(unit.group) ? 'Đồng Nai' : slot('địa danh');
  const above = unit.group === ofCommittee ? 'UBND THÀNH PHỐ ĐỒNG NAI' : slotAbove;
  return { ...issuerNamed(writtenOut(unit.name)), above, place };
}
