/**
 * Other words that officials write for a choice, by the value of the choice. An alias must match the whole cell. An abbreviation
 * or a name that could mean two choices is not listed.
 */
export const choiceAliases: Readonly<Record<string, readonly string[]>> = {
  'co-quan-nha-nuoc': [
    'Cơ quan nhà nước',
    'Đơn vị nhà nước',
    'Cơ quan hành chính nhà nước',
    'Đơn vị sự nghiệp công lập',
  ],
  'mttq-doan-the': ['MTTQ', 'MTTQ, đoàn thể', 'MTTQ và đoàn thể', 'Mặt trận Tổ quốc và đoàn thể', 'Đoàn thể'],
  'doanh-nghiep': ['DN'],
  'hop-tac-xa': ['HTX'],
  'doan-the': [
    'MTTQ',
    'Mặt trận',
    'Mặt trận Tổ quốc',
    'Tổ chức chính trị - xã hội',
    'MTTQ, tổ chức chính trị - xã hội',
    'MTTQ và các tổ chức chính trị - xã hội',
    'Mặt trận Tổ quốc và các tổ chức chính trị - xã hội',
  ],
  'iii-1-4-1': [
    'Cán bộ, công chức, viên chức',
    'CBCCVC',
    'CB, CC, VC',
    'CBCCVC có sáng kiến, giải pháp',
    'Công chức',
    'Viên chức',
  ],
  'iii-1-4-2': ['Đối tượng khác', 'Khác'],
  nu: ['Nữ giới', 'Giới tính nữ'],
  nam: ['Nam giới', 'Giới tính nam'],
  // “Thành tích này đã được khen thưởng chưa?”
  chua: [
    'Không',
    'Chưa có',
    'Chưa khen thưởng',
    'Chưa được khen',
    'Chưa được khen thưởng',
    'Chưa từng được khen thưởng',
    'Không được khen thưởng',
  ],
  co: [
    'Có',
    'Rồi',
    'Đã có',
    'Đã được khen',
    'Đã khen thưởng',
    'Có, đã được khen thưởng',
    'Đã được khen thưởng rồi',
  ],
  'huan-chuong-lao-dong': ['HCLĐ'],
  'co-thi-dua-chinh-phu': ['Cờ Thi đua Chính phủ'],
  'bang-khen-thu-tuong': [
    'Bằng khen Thủ tướng Chính phủ',
    'Bằng khen của Thủ tướng',
    'Bằng khen Thủ tướng',
    'Bằng khen của TTg',
    'Bằng khen TTg',
    'BK TTg',
  ],
  'co-thi-dua-thanh-pho': [
    'Cờ Thi đua của UBND thành phố',
    'Cờ Thi đua UBND thành phố',
    'Cờ Thi đua của UBND TP',
    'Cờ Thi đua UBND TP',
  ],
  'bang-khen-chu-tich-thanh-pho': [
    'Bằng khen của Chủ tịch UBND thành phố',
    'Bằng khen Chủ tịch UBND thành phố',
    'Bằng khen của Chủ tịch UBND TP',
    'Bằng khen Chủ tịch UBND TP',
    'BK Chủ tịch UBND TP',
  ],
  'giay-khen': ['GK'],
};

/** Words that stand for a ticked or an empty box; they must match the whole cell. */
export const tickWords = {
  yes: ['Có', 'x', 'v', 'yes', 'true', '1', 'Đồng ý', 'Có đồng ý', 'Đúng', 'on'],
  no: ['Không', 'Không có', 'no', 'false', '0', 'Không đồng ý', 'Chưa', 'Chưa đồng ý', 'Không phải'],
} as const;
