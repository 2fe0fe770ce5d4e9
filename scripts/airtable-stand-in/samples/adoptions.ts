/** What an invented unit says of the model that it applies. */
interface AdoptionFacts {
  model: `MH-${string}`;
  /** Part of `Mã đơn vị` after `minh-hoa-`. */
  unit: string;
  unitName: string;
  since: string;
  adapted: string;
  result?: string;
  indicators?: string;
}

const facts: readonly AdoptionFacts[] = [
  {
    model: 'MH-0002',
    unit: 'phuong-d',
    unitName: 'Phường minh họa D',
    since: '9/2026',
    adapted: 'Giữ lịch trực cố định; đặt thêm một điểm ở chợ vì người bán hàng khó rời quầy.',
    result:
      'Sau hai tháng, người cao tuổi tự nộp được hồ sơ tại điểm trực; chợ là điểm đông nhất (giả định).',
    indicators: 'Chỉ số: Hồ sơ nộp trực tuyến (giả định) · Trước: 41 · Sau: 63 · Đơn vị tính: %',
  },
  {
    model: 'MH-0002',
    unit: 'xa-e',
    unitName: 'Xã minh họa E',
    since: '10/2026',
    adapted: 'Trực lưu động theo ấp vì nhà văn hóa ở xa.',
  },
  {
    model: 'MH-0005',
    unit: 'hoi-15',
    unitName: 'Hội minh họa 15',
    since: '8/2026',
    adapted: 'Làm chiều thứ bảy thay vì chủ nhật.',
    result: '120 hộ tham gia đều, rác phải chôn lấp giảm rõ ở ba tổ (giả định).',
  },
];

/**
 * The three invented rows of `Áp dụng` by column name, for the local stand-in alone. `Mã đơn vị` starts with
 * `minh-hoa-`, which marks a row as a sample everywhere.
 */
export const sampleAdoptions: Array<Record<string, string | boolean>> = facts.map((fact, index) => ({
  'Mã hồ sơ': `minh-hoa-${index + 1}`,
  'Trạng thái': 'Đã xác nhận',
  'Mã mô hình': fact.model,
  'Đơn vị áp dụng': fact.unitName,
  'Mã đơn vị': `minh-hoa-${fact.unit}`,
  'Áp dụng từ': fact.since,
  'Cách áp dụng': fact.adapted,
  ...(fact.result && { 'Kết quả đến nay': fact.result }),
  ...(fact.indicators && { 'Chỉ số trước và sau': fact.indicators }),
  'Đồng ý công khai': true,
}));
