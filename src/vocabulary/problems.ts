/** What a story solves, as someone with a problem looks for it. Names are options of `Lĩnh vực` in Airtable. */
export const workFields = [
  { id: 'thu-tuc', name: 'Thủ tục, dịch vụ công' },
  { id: 'ky-nang-so', name: 'Kỹ năng số' },
  { id: 'moi-truong', name: 'Rác thải, môi trường' },
  { id: 'nong-nghiep', name: 'Nông nghiệp' },
  { id: 'san-xuat', name: 'Sản xuất, kinh doanh' },
  { id: 'giao-duc', name: 'Giáo dục' },
  { id: 'y-te', name: 'Y tế' },
  { id: 'dien-nuoc', name: 'Điện, nước' },
  { id: 'do-thi', name: 'Giao thông, đô thị' },
  { id: 'an-ninh', name: 'An ninh, trật tự' },
  { id: 'van-hoa', name: 'Văn hóa, du lịch' },
  { id: 'an-sinh', name: 'An sinh, việc làm' },
] as const;

/** What a model costs a unit that takes it over. Names are options of `Chi phí` in Airtable. */
export const costBands = [
  { id: 'khong', name: 'Không tốn thêm' },
  { id: 'den-50', name: 'Dưới 50 triệu đồng' },
  { id: 'den-500', name: '50 đến dưới 500 triệu đồng' },
  { id: 'tren-500', name: 'Từ 500 triệu đồng' },
] as const;

/** How many people the unit of a story has, so that a unit finds one of its own size. Names are options of `Quy mô đơn vị`. */
export const unitSizes = [
  { id: 'nho', name: 'Dưới 20 người' },
  { id: 'vua', name: '20 đến dưới 100 người' },
  { id: 'lon', name: 'Từ 100 người' },
] as const;
