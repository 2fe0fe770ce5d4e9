/** Pages that explain the plan and are not in the menu. */
export const referenceLinks = [
  { name: 'Phong trào là gì', href: '/la-gi/' },
  { name: 'Hỏi đáp', href: '/hoi-dap/' },
  { name: 'Việc của cơ quan tôi', href: '/phan-cong/' },
  { name: 'Lộ trình', href: '/lo-trinh/' },
  { name: 'Khen thưởng', href: '/khen-thuong/' },
  { name: 'Văn bản', href: '/van-ban/' },
] as const;

/** The most wanted of them, for the menu of a phone. */
export const phoneLinks = referenceLinks.slice(0, 3);

/** Pages about the site itself. */
export const aboutLinks = [
  { name: 'Liên hệ', href: '/lien-he/' },
  { name: 'Quyền riêng tư', href: '/quyen-rieng-tu/' },
  { name: 'Tiếp cận', href: '/tiep-can/' },
  { name: 'Sơ đồ trang', href: '/so-do/' },
] as const;

/** Portals of which the site is a part; on other hosts. */
export const portalLinks = [
  { name: 'Cổng thông tin điện tử thành phố Đồng Nai', href: 'https://dongnai.gov.vn' },
  { name: 'Cổng Dịch vụ công quốc gia', href: 'https://dichvucong.gov.vn' },
] as const;
