/** Facts about the site that more than one page prints. Slots in square brackets are the owner's to fill. */
export const site = {
  name: 'Thi đua Đổi mới – Đồng Nai',
  movement: 'Đổi mới sáng tạo, phát triển khoa học, công nghệ, chuyển đổi số, chuyển đổi xanh',
  years: '2026–2030',
  owner: 'UBND thành phố Đồng Nai',
  standingAgency: 'Sở Nội vụ',
  timeZone: 'Asia/Ho_Chi_Minh',
} as const;
