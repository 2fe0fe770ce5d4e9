import { apDung } from './ap-dung.ts';
import { deCuTapThe } from './de-cu-tap-the.ts';

/** Every form of the site, by id. Adding a form is adding its file and its line here. */
export const forms = [deCuTapThe, apDung] as const;

/** A form of the site. */
export type Form = (typeof forms)[number];

/** The form with this id, if there is one. */
export function findForm(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}
