import { z } from 'zod';

/** Forms whose confirmed submissions are followed: a unit's own plan, and its yearly report. */
export const planForm = 'ke-hoach-don-vi';
/** See `planForm`. */
export const reportForm = 'bao-cao-nam';

/** The years of the movement (Kế hoạch 113/KH-UBND, V.1). */
export const movementYears = [2026, 2027, 2028, 2029, 2030] as const;

const day = z.iso.date();
const unit = {
  /** Code of a listed unit; null for another. */
  unitCode: z.string().nullable(),
  /** Name of a unit that is not on the list and agreed to be named. */
  unitName: z.string().max(300).nullable(),
  /** The day on which it was filed; null for a row that staff made by hand and left without one. */
  filedOn: day.nullable(),
};

/** What a unit agreed to show of its plan. */
const planSchema = z.object({
  number: z.string().min(1).max(50),
  issuedOn: day,
  title: z.string().min(1).max(300),
  link: z.url({ protocol: /^https?$/ }).nullable(),
});

/** What pages may show of a confirmed filing. Nothing else of it reaches a build. */
export const shownSchema = z.discriminatedUnion('form', [
  z.object({
    form: z.literal(planForm),
    ...unit,
    /** Null where the unit did not agree: then only the fact is shown. */
    plan: planSchema.nullable(),
    hasCriteria: z.boolean(),
  }),
  z.object({ form: z.literal(reportForm), ...unit, year: z.int().min(2026).max(2030) }),
]);

/** See `shownSchema`. */
export type ShownFiling = z.infer<typeof shownSchema>;

/** A filing that staff confirmed. */
export const confirmedSchema = z.object({
  /** Airtable's id of the row; never printed. */
  id: z.string(),
  /** The day on which the site first saw the confirmation, `YYYY-MM-DD`. */
  confirmedOn: day,
  sample: z.boolean(),
  /** The number in the address of a plan, given once; null for a report. */
  place: z.int().nullable(),
  shown: shownSchema,
});

/** See `confirmedSchema`. */
export type ConfirmedFiling = z.infer<typeof confirmedSchema>;

const words = z.string().max(20_000).nullable();
const count = z.int().min(0).nullable();

/** What a unit reported, for staff alone. */
export const reportSchema = z.object({
  unitName: z.string().nullable(),
  carriedOut: words,
  results: words,
  indicators: words,
  models: count,
  adopted: count,
  awardedCollectives: count,
  awardedPersons: count,
  difficulties: words,
  proposals: words,
  nextYear: words,
});

/** See `reportSchema`. */
export type Report = z.infer<typeof reportSchema>;
