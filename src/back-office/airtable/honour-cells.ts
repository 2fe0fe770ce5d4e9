import { countedAs, sexes } from '../../gallery/award-statistics/counted-as.ts';
import { storyKindNames, storyStates } from '../../gallery/story.ts';
import { fold } from '../../vietnamese/fold.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { awardForms, criteriaGroups, occasions } from '../../vocabulary/taxonomy.ts';
import { unitByCode } from '../../vocabulary/units.ts';
import type { HonourToWrite } from '../awards/honour.ts';
import type { Cell } from './column.ts';
import { draftCells } from './draft-cells.ts';
import { stateColumn } from './state-column.ts';

const nameIn = (list: readonly { id: string; name: string }[], id: string | null) =>
  list.find((item) => item.id === id)?.name;

/** The sentence that a decision alone allows about an honoree. */
function summaryOf({ line, decision }: HonourToWrite): string {
  const award = nameIn(awardForms, line.award) ?? 'khen thưởng';
  const number = /quyết định/iu.test(decision.number) ? decision.number : `Quyết định số ${decision.number}`;
  const who = [line.position, line.position && line.unitName].filter(Boolean).join(', ');
  const honoured = `Được tặng ${award} theo ${number} ngày ${officialDate(decision.date).replace(/^ngày /, '')} của ${decision.body}.`;
  return who === '' ? honoured : `${who}. ${honoured}`;
}

const group = (code: string | null) => unitByCode(code)?.group;

/** Whom the statistics count it as, where the list or the nomination says; never guessed from a title. */
function countedIn({ line, nomination }: HonourToWrite): string | undefined {
  const said = fold(line.role ?? '').trim();
  const listed = countedAs.find(({ name }) => said !== '' && fold(name).includes(said));
  if (listed) return listed.name;
  if (line.kind === 'ca-nhan')
    return nomination?.answers.directWorker === true ? nameIn(countedAs, 'truc-tiep') : undefined;
  const isBusiness =
    nomination?.answers.unitCode === 'doanh-nghiep' || group(line.unitCode) === 'doanh-nghiep';
  return isBusiness && line.kind === 'tap-the' ? nameIn(countedAs, 'doanh-nghiep') : undefined;
}

function sexIn({ line, nomination }: HonourToWrite): string | undefined {
  const said = line.sex ?? nomination?.answers.gender;
  return line.kind === 'ca-nhan' && typeof said === 'string' ? nameIn(sexes, said) : undefined;
}

/** What the decision says of an honour, by the columns of `Điển hình`. */
function awardCells(honour: HonourToWrite): Record<string, Cell> {
  const { line, decision } = honour;
  return {
    Năm: decision.year,
    Dịp: nameIn(occasions, decision.occasion),
    'Hình thức khen thưởng': nameIn(awardForms, line.award),
    'Số quyết định': decision.number,
    'Ngày quyết định': decision.date,
    'Cơ quan quyết định': decision.body,
    'Trích yếu khen thưởng': (line.motivation ?? decision.motivation ?? undefined)?.slice(0, 600),
    'Thống kê: đối tượng': countedIn(honour),
    'Thống kê: giới tính': sexIn(honour),
    'Mã hồ sơ': honour.nomination?.code,
    ...(honour.consent === 'given' && { 'Đồng ý công khai': true }),
    ...(honour.consent === 'on-paper' && { 'Đồng ý công khai': true, 'Đã đồng ý bằng văn bản': true }),
  };
}

const written = (cells: Record<string, Cell>): Record<string, Cell> =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== undefined && cell !== ''));

/** The cells of a new row: what the nomination says, and over it what the decision says. */
export function newHonourCells(honour: HonourToWrite): Record<string, Cell> {
  const { line, storyId, nomination } = honour;
  const isCollective = line.kind === 'tap-the';
  const ofPersons = line.kind === 'ca-nhan' ? nameIn(criteriaGroups, 'ca-nhan') : undefined;
  const ofLine = written({
    Loại: line.kind === null ? undefined : storyKindNames[line.kind],
    Tên: line.name,
    'Tóm tắt': summaryOf(honour),
    'Mã đơn vị': line.unitCode ?? undefined,
    'Tên đơn vị': line.unitName ?? (isCollective ? line.name : undefined),
    'Nhóm tiêu chí': ofPersons,
  });
  const base = nomination ? written(draftCells({ ...nomination, storyId, recordId: null })) : {};
  const asked = storyStates.find(({ id }) => id === (honour.consent === 'asked' ? 'cho-xac-nhan' : 'nhap'));
  return {
    ...ofLine,
    // What a unit wrote about its honoree says more than the list.
    ...base,
    ...written({ Tên: line.name, Loại: line.kind === null ? undefined : storyKindNames[line.kind] }),
    ...written(awardCells(honour)),
    Mã: storyId,
    [stateColumn]: asked?.name,
  };
}

/** For a row that is there: what the decision says and the row does not. What staff wrote stays. */
export function addedHonourCells(
  honour: HonourToWrite,
  there: Readonly<Record<string, unknown>>,
): Record<string, Cell> {
  const cells = Object.entries(written(awardCells(honour))).filter(([name]) => {
    const cell = there[name];
    return (
      cell === undefined ||
      cell === null ||
      cell === '' ||
      (name === 'Năm' && there['Số quyết định'] === undefined)
    );
  });
  return Object.fromEntries(cells);
}
