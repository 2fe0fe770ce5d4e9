import { deCuCaNhan } from '../definitions/de-cu-ca-nhan.ts';
import { deCuTapThe } from '../definitions/de-cu-tap-the.ts';

const dossierForms = [deCuTapThe, deCuCaNhan] as const;

/** A form whose answers are enough to draft a dossier. */
export type DossierForm = (typeof dossierForms)[number];

/** The form with this id, if a dossier can be drafted from its answers. */
export function findDossierForm(id: string): DossierForm | undefined {
  return dossierForms.find((form) => form.id === id);
}
