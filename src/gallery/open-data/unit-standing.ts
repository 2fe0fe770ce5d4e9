/** What units owe under the plan and report here. */
export const owedThings = {
  'ke-hoach': 'Ban hành kế hoạch của đơn vị',
  'tieu-chi': 'Ban hành tiêu chí của đơn vị',
  'bao-cao-nam': 'Báo cáo năm',
} as const;

/** Where one of these stands. */
export const standingStates = {
  'da-co': 'Sở Nội vụ đã xác nhận',
  'chua-co': 'Trang chưa thấy Sở Nội vụ xác nhận; hạn chưa qua hoặc chưa công bố',
  'qua-han': 'Trang chưa thấy Sở Nội vụ xác nhận; hạn đã qua',
} as const;

/** Where one thing stands that a unit owes. Days are `YYYY-MM-DD`. */
export interface UnitStanding {
  /** Of a listed unit, which has its name and kind in the data set of units. */
  unitCode: string;
  unitName: string;
  /** Id of the kind of unit. */
  group: string;
  /** Names of its cụm and khối. */
  clusters: readonly string[];
  what: keyof typeof owedThings;
  /** The year that a report is about; that of the deadline for a plan and its criteria. */
  year: number;
  /** Null where nobody announced one. */
  due: string | null;
  state: keyof typeof standingStates;
  /** Null where a paper came by post without one. */
  filedOn: string | null;
  confirmedOn: string | null;
  /** Days after the deadline; null for what is not called late or is not there. */
  lateDays: number | null;
  /** Path of the unit's page. */
  path: string;
}
