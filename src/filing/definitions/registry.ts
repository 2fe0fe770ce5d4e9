import { apDung } from './ap-dung.ts';
import { baoCaoNam } from './bao-cao-nam.ts';
import { chiRa } from './chi-ra.ts';
import { deCuCaNhan } from './de-cu-ca-nhan.ts';
import { deCuMoHinh } from './de-cu-mo-hinh.ts';
import { deCuTapThe } from './de-cu-tap-the.ts';
import { gopY } from './gop-y.ts';
import { keHoachDonVi } from './ke-hoach-don-vi.ts';
import { phanHoi } from './phan-hoi.ts';
import { xinSua } from './xin-sua.ts';

/** Every form of the site, in the order in which it lists them. Adding a form is adding its file and its line here. */
export const forms = [
  deCuTapThe,
  deCuCaNhan,
  deCuMoHinh,
  apDung,
  keHoachDonVi,
  baoCaoNam,
  phanHoi,
  xinSua,
  gopY,
  chiRa,
] as const;

/** A form of the site. */
export type Form = (typeof forms)[number];

/** The form with this id, if there is one. */
export function findForm(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}
