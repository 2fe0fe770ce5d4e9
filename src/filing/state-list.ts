/** Values of `turn` that code compares: the submission waits for its unit, or the case is closed. */
export const [ofUnit, ended] = ['Đơn vị gửi phiếu', 'Đã kết thúc'] as const;

/**
 * States of a submission: `airtable` is what staff see and set, `public` is what the holder of the code reads, `turn` is whom the
 * submission waits for.
 * Vocabulary: proposal of Sở Nội vụ's back office, to be confirmed by it.
 */
export const states = [
  {
    id: 'moi-tiep-nhan',
    airtable: 'Mới tiếp nhận',
    public: 'da-nhan',
    label: 'Đã nhận',
    turn: 'Sở Nội vụ',
    nextStep: 'Sở Nội vụ kiểm tra phiếu. Chưa cần làm gì thêm; hãy giữ mã hồ sơ.',
  },
  {
    id: 'dang-kiem-tra',
    airtable: 'Đang kiểm tra',
    public: 'dang-xem-xet',
    label: 'Đang xem xét',
    turn: 'Sở Nội vụ',
    nextStep: 'Sở Nội vụ đang kiểm tra phiếu. Chưa cần làm gì thêm.',
  },
  {
    id: 'yeu-cau-bo-sung',
    airtable: 'Yêu cầu bổ sung',
    public: 'can-bo-sung',
    label: 'Cần bổ sung',
    turn: ofUnit,
    nextStep:
      'Sở Nội vụ cần thêm thông tin. Đơn vị bấm “Trả lời câu hỏi”, mở bằng địa chỉ biên nhận hoặc bằng cách liên lạc ghi trong phiếu.',
  },
  {
    id: 'da-bo-sung',
    airtable: 'Đã bổ sung',
    public: 'dang-xem-xet',
    label: 'Đã nhận bổ sung',
    turn: 'Sở Nội vụ',
    nextStep: 'Sở Nội vụ xem phần vừa bổ sung. Chưa cần làm gì thêm.',
  },
  {
    id: 'du-dieu-kien',
    airtable: 'Đủ điều kiện, hướng dẫn lập hồ sơ',
    public: 'lap-ho-so',
    label: 'Đủ điều kiện, lập hồ sơ chính thức',
    turn: ofUnit,
    nextStep: 'Đơn vị lập hồ sơ đề nghị khen thưởng theo hướng dẫn của Sở Nội vụ.',
  },
  {
    id: 'dang-tham-dinh',
    airtable: 'Đang thẩm định',
    public: 'dang-tham-dinh',
    label: 'Đang thẩm định',
    turn: 'Sở Nội vụ',
    nextStep: 'Hồ sơ đang được thẩm định. Chưa cần làm gì thêm.',
  },
  {
    id: 'trinh-hoi-dong',
    airtable: 'Trình Hội đồng TĐKT',
    public: 'dang-tham-dinh',
    label: 'Đang thẩm định',
    turn: 'Hội đồng Thi đua - Khen thưởng thành phố',
    nextStep: 'Hồ sơ đang được thẩm định. Chưa cần làm gì thêm.',
  },
  {
    id: 'da-co-quyet-dinh',
    airtable: 'Đã có quyết định khen thưởng',
    public: 'da-co-ket-qua',
    label: 'Đã có quyết định khen thưởng',
    turn: ended,
    nextStep: 'Sở Nội vụ thông báo quyết định cho đơn vị đề cử.',
  },
  {
    id: 'khong-du-dieu-kien',
    airtable: 'Không đủ điều kiện',
    public: 'da-xem-xet',
    label: 'Đã xem xét xong',
    turn: ended,
    nextStep: 'Sở Nội vụ thông báo kết quả cho người liên hệ ghi trong phiếu.',
  },
  {
    id: 'rut-de-cu',
    airtable: 'Rút đề cử',
    public: 'da-rut',
    label: 'Đã rút',
    turn: ended,
    nextStep: 'Hồ sơ đã được rút theo đề nghị của đơn vị.',
  },
  {
    id: 'trung-lap',
    airtable: 'Trùng lặp',
    public: 'da-ghep',
    label: 'Đã ghép với hồ sơ khác',
    turn: ended,
    nextStep: 'Nội dung này đã có trong một hồ sơ khác của đơn vị. Hãy theo dõi hồ sơ đó.',
  },
  {
    id: 'da-xac-nhan',
    airtable: 'Đã xác nhận',
    public: 'da-xac-nhan',
    label: 'Đã xác nhận',
    turn: ended,
    nextStep:
      'Sở Nội vụ đã xác nhận nội dung phiếu. Phần đơn vị đồng ý công khai được đăng trên trang này; muốn rút, đơn vị báo Sở Nội vụ kèm mã hồ sơ.',
  },
  {
    id: 'da-tra-loi',
    airtable: 'Đã trả lời',
    public: 'da-tra-loi',
    label: 'Đã trả lời',
    turn: ended,
    nextStep:
      'Đọc câu trả lời ở trang tra cứu, mở bằng địa chỉ biên nhận; nếu chưa có ở đây, Sở Nội vụ đã trả lời người liên hệ ghi trong phiếu. Chưa rõ, hãy gửi một phiếu mới, nêu mã hồ sơ này.',
  },
  {
    id: 'rut-phieu',
    airtable: 'Rút phiếu',
    public: 'da-rut',
    label: 'Đã rút',
    turn: ended,
    nextStep: 'Phiếu đã được rút theo đề nghị của đơn vị.',
  },
  {
    id: 'chuyen-don-vi',
    airtable: 'Chuyển đơn vị xem',
    public: 'da-chuyen',
    label: 'Đã chuyển đơn vị nơi đó',
    turn: 'Đơn vị nơi đó',
    nextStep: 'Đơn vị nơi đó xem, và đề cử nếu đúng như vậy. Chưa cần làm gì thêm.',
  },
  {
    id: 'da-de-cu',
    airtable: 'Đã được đề cử',
    public: 'da-de-cu',
    label: 'Đã được đề cử',
    turn: ended,
    nextStep: 'Đơn vị nơi đó đã đề cử cách làm này. Khi được công bố, bài hiện ở mục Điển hình.',
  },
  {
    id: 'khong-chuyen',
    airtable: 'Không chuyển tiếp',
    public: 'da-doc',
    label: 'Đã đọc, không chuyển tiếp',
    turn: ended,
    nextStep: 'Sở Nội vụ đã đọc và không chuyển tiếp. Cảm ơn bạn đã chỉ ra.',
  },
] as const;
