import { fold } from '../vietnamese/fold.ts';
import { type OwnerText, ownerTexts } from './owner-settings.ts';

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
  readonly address: string | null;
  /** The first day with effect, as the law itself says; null where nobody has confirmed it. */
  readonly validFrom: string | null;
  /** The first day without effect; null while the owner has confirmed none. */
  readonly lapsesOn: string | null;
  /** Kind and number of the text that takes its place. */
  readonly successor: string | null;
}

const unconfirmed = { validFrom: null, lapsesOn: null, successor: null };

/** Texts on emulation and commendation, oldest first. Never copy their standards here, because the standards change. */
const usualLaws: readonly Law[] = [
  {
    id: '06-2022-qh15',
    kind: 'Luật',
    number: '06/2022/QH15',
    issuer: 'Quốc hội',
    date: '2022-06-15',
    about: 'Luật Thi đua, khen thưởng: nguyên tắc (Điều 5), danh hiệu thi đua và hình thức khen thưởng.',
    address: 'https://vanban.chinhphu.vn/?classid=1&docid=206170&orggroupid=1&pageid=27160',
    ...unconfirmed,
  },
  {
    id: '152-2025-nd-cp',
    kind: 'Nghị định',
    number: '152/2025/NĐ-CP',
    issuer: 'Chính phủ',
    date: '2025-06-14',
    about: 'Nguyên tắc, thẩm quyền, thủ tục, hồ sơ khen thưởng.',
    address: 'https://vbpl.vn/TW/Pages/vbpq-van-ban-goc.aspx?ItemID=178327',
    ...unconfirmed,
  },
  {
    id: '06-2026-qh16',
    kind: 'Luật',
    number: '06/2026/QH16',
    issuer: 'Quốc hội',
    date: '2026-04-23',
    about: 'Sửa đổi Luật Thi đua, khen thưởng; có hiệu lực từ ngày 01 tháng 10 năm 2026.',
    address: 'https://vanban.chinhphu.vn/?classid=1&docid=218100&pageid=27160&typegroupid=3',
    ...unconfirmed,
  },
];

/** The id of a text by its number: “152/2025/NĐ-CP” → `152-2025-nd-cp`. */
export const textIdOf = (number: string) =>
  fold(number)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

const lawOf = ({ kind, number, issuer, date, title, address, ...validity }: OwnerText): Law => {
  const { validFrom, lapsesOn, successor } = validity;
  return {
    id: textIdOf(number),
    kind,
    number,
    issuer,
    date,
    about: title,
    address,
    validFrom,
    lapsesOn,
    successor,
  };
};

/** The texts on which this site relies: as this file names them, with what rows of `Văn bản` say of them, then texts of rows alone. */
export function laws(): Law[] {
  const rows = ownerTexts().filter(({ role }) => role === 'can-cu');
  const ofRow = new Map(rows.map((row) => [textIdOf(row.number), lawOf(row)]));
  const known = usualLaws.map((law) => {
    const row = ofRow.get(law.id);
    return row ? { ...law, ...row, about: law.about, address: row.address ?? law.address } : law;
  });
  return [...known, ...[...ofRow.values()].filter(({ id }) => usualLaws.every((law) => law.id !== id))];
}
