/**
 * Whom the statistics of a year count an honour as: the columns of biểu 0603.N (Thông tư 02/2023/TT-BNV; the owner confirms that it is
 * in force). Names are the choices of the column `Thống kê: đối tượng`.
 */
export const countedAs = [
  { id: 'tap-the', name: 'Tập thể khác', of: 'collective' },
  { id: 'doanh-nghiep', name: 'Doanh nghiệp', of: 'collective' },
  { id: 'ho-gia-dinh', name: 'Hộ gia đình', of: 'collective' },
  { id: 'lanh-dao-tinh', name: 'Lãnh đạo cấp bộ, tỉnh, thành phố', of: 'person' },
  { id: 'lanh-dao-so', name: 'Lãnh đạo cấp sở và tương đương', of: 'person' },
  { id: 'doanh-nhan', name: 'Doanh nhân', of: 'person' },
  { id: 'lanh-dao-khac', name: 'Lãnh đạo khác', of: 'person' },
  { id: 'truc-tiep', name: 'Người trực tiếp công tác, lao động', of: 'person' },
] as const;

/** Choices of the column `Thống kê: giới tính`. */
export const sexes = [
  { id: 'nu', name: 'Nữ' },
  { id: 'nam', name: 'Nam' },
] as const;
