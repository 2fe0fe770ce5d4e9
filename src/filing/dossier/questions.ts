import { z } from 'zod';
import { deCuCaNhan } from '../definitions/de-cu-ca-nhan.ts';
import { deCuTapThe } from '../definitions/de-cu-tap-the.ts';

/** A dossier is drafted before anything is submitted: nobody has consented yet, and nothing is stored. */
const consents = {
  attest: true,
  contactConsent: true,
  nomineeConsent: true,
  storageNotice: true,
  publicConsent: true,
} as const;

/** The questions about a collective; a missing answer becomes a slot. */
export const collectiveQuestions = z.object(deCuTapThe.schema.shape).omit(consents).partial();

/** The questions about a person; a missing answer becomes a slot. */
export const personQuestions = z.object(deCuCaNhan.schema.shape).omit(consents).partial();

/** The given answers about a collective. */
export type CollectiveAnswers = z.infer<typeof collectiveQuestions>;

/** The given answers about a person. */
export type PersonAnswers = z.infer<typeof personQuestions>;
