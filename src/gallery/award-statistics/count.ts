import { awardForms } from '../../vocabulary/taxonomy.ts';
import { unitGroups } from '../../vocabulary/units.ts';
import { countedAs } from './counted-as.ts';

/** An honour as the statistics count it. */
export interface CountedHonour {
  kind: string;
  awardForm: string | null;
  countedAs: string | null;
  sex: string | null;
  unitKind: string | null;
}

/** A table of counts: the first cell of a row names it. */
export interface CountTable {
  /** Number of the form, “0603.N”; null for one of our own. */
  form: string | null;
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly [name: string, ...counts: number[]])[];
}

type Test = (honour: CountedHonour) => boolean;

/** What staff have not said is counted as such, never shared out. */
const unsaid = 'chưa ghi';

const isPerson: Test = ({ kind }) => kind === 'ca-nhan';
const isCollective: Test = ({ kind }) => kind !== 'ca-nhan';

const ofClass = (of: 'collective' | 'person') => countedAs.filter((one) => one.of === of);
/** A class that does not suit the kind of the row is one that nobody has said rightly. */
const isOf =
  (id: string, of: 'collective' | 'person'): Test =>
  (honour) =>
    honour.countedAs === id && (of === 'person') === isPerson(honour);
const isUnsaid =
  (of: 'collective' | 'person'): Test =>
  (honour) =>
    (of === 'person') === isPerson(honour) && !ofClass(of).some(({ id }) => honour.countedAs === id);

/** The columns of biểu 0602.N and 0603.N: each honour is in one of the collectives or persons, and persons once more by sex. */
const honourColumns: readonly { name: string; test: Test }[] = [
  { name: 'Tổng số', test: () => true },
  { name: 'Tập thể: tổng', test: isCollective },
  ...ofClass('collective').map(({ id, name }) => ({
    name: `Tập thể: ${name}`,
    test: isOf(id, 'collective'),
  })),
  { name: `Tập thể: ${unsaid}`, test: isUnsaid('collective') },
  { name: 'Cá nhân: tổng', test: isPerson },
  ...ofClass('person').map(({ id, name }) => ({ name: `Cá nhân: ${name}`, test: isOf(id, 'person') })),
  { name: `Cá nhân: ${unsaid}`, test: isUnsaid('person') },
  { name: 'Cá nhân: nữ', test: (one) => isPerson(one) && one.sex === 'nu' },
  { name: 'Cá nhân: nam', test: (one) => isPerson(one) && one.sex === 'nam' },
  {
    name: `Cá nhân: giới tính ${unsaid}`,
    test: (one) => isPerson(one) && one.sex !== 'nu' && one.sex !== 'nam',
  },
];

const count = (honours: readonly CountedHonour[], test: Test) => honours.filter(test).length;

type Row = readonly [name: string, ...counts: number[]];
const rowOf = (name: string, honours: readonly CountedHonour[]): Row => [
  name,
  ...honourColumns.map(({ test }) => count(honours, test)),
];

const stateAwards = ['huan-chuong-lao-dong', 'co-thi-dua-chinh-phu', 'bang-khen-thu-tuong'];
const cityAwards = ['co-thi-dua-thanh-pho', 'bang-khen-chu-tich-thanh-pho'];

function awardTable(
  form: string | null,
  caption: string,
  ids: readonly string[],
  honours: readonly CountedHonour[],
): CountTable {
  const own = honours.filter(({ awardForm }) => awardForm !== null && ids.includes(awardForm));
  const rows = ids.map((id) =>
    rowOf(
      awardForms.find((award) => award.id === id)?.name ?? id,
      own.filter(({ awardForm }) => awardForm === id),
    ),
  );
  return {
    form,
    caption,
    columns: ['Hình thức', ...honourColumns.map(({ name }) => name)],
    rows: [...rows, rowOf('Cộng', own)],
  };
}

/** Honours that name no award form: staff must say it before the tables are whole. */
function otherTable(honours: readonly CountedHonour[]): CountTable {
  const small = honours.filter(({ awardForm }) => awardForm === 'giay-khen');
  const none = honours.filter(({ awardForm }) => !awardForms.some(({ id }) => id === awardForm));
  return {
    form: null,
    caption: 'Ngoài hai biểu trên: giấy khen theo thẩm quyền, và điển hình chưa ghi hình thức',
    columns: ['Hình thức', ...honourColumns.map(({ name }) => name)],
    rows: [rowOf('Giấy khen', small), rowOf(`Hình thức ${unsaid}`, none), rowOf('Cộng', [...small, ...none])],
  };
}

function unitTable(honours: readonly CountedHonour[]): CountTable {
  const known = new Set(unitGroups.map(({ id }) => id));
  const columns = ['Tổng số', 'Tập thể', 'Cá nhân', 'Nữ'];
  const of = (name: string, own: readonly CountedHonour[]): Row => [
    name,
    own.length,
    count(own, isCollective),
    count(own, isPerson),
    count(own, (one) => isPerson(one) && one.sex === 'nu'),
  ];
  return {
    form: null,
    caption: 'Theo loại đơn vị, mọi hình thức',
    columns: ['Loại đơn vị', ...columns],
    rows: [
      ...unitGroups.map(({ id, label }) =>
        of(
          label,
          honours.filter(({ unitKind }) => unitKind === id),
        ),
      ),
      of(
        `Loại đơn vị ${unsaid}`,
        honours.filter(({ unitKind }) => unitKind === null || !known.has(unitKind)),
      ),
      of('Cộng', honours),
    ],
  };
}

/** Plans of units that were filed or typed from paper, by kind of unit: what the site knows of biểu 0601.N beside the movement itself. */
export interface CountedPlans {
  unitKind: string | null;
  plans: number;
}

function movementTable(plans: readonly CountedPlans[]): CountTable {
  const of = (id: string | null) =>
    plans.filter(({ unitKind }) => unitKind === id).reduce((sum, one) => sum + one.plans, 0);
  const known = unitGroups.map(({ id }) => id);
  const others = plans.filter(({ unitKind }) => unitKind === null || !known.includes(unitKind));
  return {
    form: '0601.N',
    caption: 'Phong trào thi đua theo cấp phát động, phần trang này biết',
    columns: ['Cấp phát động', 'Số'],
    rows: [
      ['Thành phố: phong trào theo Kế hoạch 113/KH-UBND', 1],
      ...unitGroups.map(({ id, label }): Row => [`Kế hoạch hưởng ứng đã gửi, đã ghi: ${label}`, of(id)]),
      [
        `Kế hoạch hưởng ứng đã gửi, đã ghi: loại đơn vị ${unsaid}`,
        others.reduce((sum, one) => sum + one.plans, 0),
      ],
    ],
  };
}

/**
 * The statutory tables of a year (biểu 0601–0603.N, Thông tư 02/2023/TT-BNV, as far as they are known here), and what stands beside
 * them. Every sum is over the same honours: nothing is estimated.
 */
export const countTables = (
  honours: readonly CountedHonour[],
  plans: readonly CountedPlans[],
): CountTable[] => [
  movementTable(plans),
  awardTable('0602.N', 'Khen thưởng cấp Nhà nước', stateAwards, honours),
  awardTable('0603.N', 'Khen thưởng cấp thành phố', cityAwards, honours),
  otherTable(honours),
  unitTable(honours),
];
