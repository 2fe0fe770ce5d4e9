/** A text that this site relies on and the plan does not cite: its name and its address. */
export interface Law {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly issuer: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Subject of the text, in this site's words. */
  readonly about: string;
  readonly address: string;
}

/** Texts on emulation and commendation, oldest first. Never copy their standards here, because the standards change. */
export const laws: readonly Law[] = [
  {
    id: '06-2022-qh15',
    kind: 'Luật',
    number: '06/2022/QH15',
    issuer: 'Quốc hội',
    date: '2022-06-15',
    about: 'Luật Thi đua, khen thưởng: nguyên tắc (Điều 5), danh hiệu thi đua và hình thức khen thưởng.',
    address: 'https://vanban.chinhphu.vn/?classid=1&docid=206170&orggroupid=1&pageid=27160',
  },
  {
    id: '152-2025-nd-cp',
    kind: 'Nghị định',
    number: '152/2025/NĐ-CP',
    issuer: 'Chính phủ',
    date: '2025-06-14',
    about: 'Nguyên tắc, thẩm quyền, thủ tục, hồ sơ khen thưởng.',
    address: 'https://vbpl.vn/TW/Pages/vbpq-van-ban-goc.aspx?ItemID=178327',
  },
  {
    id: '06-2026-qh16',
    kind: 'Luật',
    number: '06/2026/QH16',
    issuer: 'Quốc hội',
    date: '2026-04-23',
    about: 'Sửa đổi Luật Thi đua, khen thưởng; có hiệu lực từ ngày 01 tháng 10 năm 2026.',
    address: 'https://vanban.chinhphu.vn/?classid=1&docid=218100&pageid=27160&typegroupid=3',
  },
];
