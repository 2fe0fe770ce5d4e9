const dayMs = 86_400_000;

const list = [
  ['STT', 'Họ và tên, tên tập thể', 'Đơn vị', 'Đề nghị', 'Tóm tắt thành tích'],
  [
    '1',
    'Tổ công nghệ số cộng đồng minh họa',
    'Phường minh họa D',
    'Bằng khen (giả định)',
    'Giúp người cao tuổi tự nộp hồ sơ trực tuyến tại ba điểm trực cố định.',
  ],
  [
    '2',
    'Nhân vật minh họa Một',
    'Xã minh họa E',
    'Bằng khen (giả định)',
    'Làm bộ hẹn giờ tưới tiết kiệm nước, ba hộ khác đã làm theo.',
  ],
  [
    '3',
    'Phòng thí nghiệm minh họa',
    'Trường minh họa 7',
    'Cờ thi đua (giả định)',
    'Đo chất lượng nước kênh hằng tuần, số liệu mở cho mọi người.',
  ],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

const usual = {
  'Số ngày': 10,
  'Căn cứ': 'Căn cứ minh họa: điều, khoản, văn bản do cán bộ ghi sau khi đối chiếu.',
  'Cách góp ý khác': 'Gửi văn bản tới nơi do cán bộ ghi ở đây (minh họa). Góp ý không ghi tên vẫn được đọc.',
  'Danh sách': list,
  'Áp dụng': true,
};

/** Invented rows of `Lấy ý kiến` by column name, for the local stand-in alone: an open list and one whose time is over. */
export const sampleCases = (now: Date): Array<Record<string, string | number | boolean>> => [
  {
    ...usual,
    'Mã đợt': 'minh-hoa-dang-mo',
    Tên: 'Minh họa: danh sách đề nghị khen thưởng đang lấy ý kiến',
    'Mở lúc': new Date(now.getTime() - 2 * dayMs).toISOString(),
    'Cách tính ngày': 'Ngày làm việc',
    'Dự thảo quyết định':
      '**Điều 1.** Tặng thưởng các tập thể, cá nhân có tên trong danh sách kèm theo (văn bản minh họa).\n\n**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký.',
  },
  {
    ...usual,
    'Mã đợt': 'minh-hoa-da-het',
    Tên: 'Minh họa: danh sách đã hết thời gian góp ý',
    'Mở lúc': new Date(now.getTime() - 60 * dayMs).toISOString(),
    'Cách tính ngày': 'Ngày liên tục',
    'Tính cả ngày đăng': true,
    'Kết quả tiếp thu': 'Có hai góp ý về tên đơn vị, đã sửa trong danh sách trình (minh họa).',
  },
];
