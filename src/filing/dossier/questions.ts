import { z } from 'zod';
import { deCuCaNhan } from '../definitions/de-cu-ca-nhan.ts';
import { deCuTapThe } from '../definitions/de-cu-tap-the.ts';

/** A dossier is drafted before anything is filed: nobody has consented to anything yet, and nothing is kept. */
const consents = {
  attest: true,
  contactConsent: true,
  nomineeConsent: true,
  storageNotice: true,
  publicConsent: true,
} as const;

/** The questions about a collective; what was not answered becomes a slot. */
export const collectiveQuestions = z.object(deCuTapThe.schema.shape).omit(consents).partial();

/** The questions about a person; what was not answered becomes a slot. */
export const personQuestions = z.object(deCuCaNhan.schema.shape).omit(consents).partial();

/** Answers about a collective, as far as they were given. */
export type CollectiveAnswers = z.infer<typeof collectiveQuestions>;

/** Answers about a person, as far as they were given. */
export type PersonAnswers = z.infer<typeof personQuestions>;
