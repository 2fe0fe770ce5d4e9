import { z } from 'zod';
import awardFormsJson from '../../content/plan/data/award-forms.json' with { type: 'json' };
import citedTextsJson from '../../content/plan/data/cited-texts.json' with { type: 'json' };
import criteriaJson from '../../content/plan/data/criteria.json' with { type: 'json' };
import criteriaGroupsJson from '../../content/plan/data/criteria-groups.json' with { type: 'json' };
import dutiesJson from '../../content/plan/data/duties.json' with { type: 'json' };
import occasionsJson from '../../content/plan/data/occasions.json' with { type: 'json' };
import otherDutiesJson from '../../content/plan/data/other-duties.json' with { type: 'json' };
import phasesJson from '../../content/plan/data/phases.json' with { type: 'json' };
import strandsJson from '../../content/plan/data/strands.json' with { type: 'json' };
import { threads } from './threads.ts';

// Every name here is the site's short name; the full wording stands only in content/plan/*.mdx.
// A list that does not fit its schema throws `ZodError` at import, so neither a build nor a function starts.

const text = z.string().min(1);
const year = z.number().int().min(2026).max(2030);
const clauseId = z.string().regex(/^(can-cu|ket-thuc|[iv]+)(-([1-9]\d*|[a-z]))*$/);

const groupIds = ['co-quan', 'doan-the', 'doanh-nghiep', 'ca-nhan'] as const;

const strandSchema = z.strictObject({
  id: z.enum(['ii-1', 'ii-2', 'ii-3', 'ii-4', 'ii-5']),
  number: z.number().int().min(1).max(5),
  name: text,
  /** The subjects that the strand is about. */
  threads: z.array(z.enum(threads)).min(1).readonly(),
});

const criteriaGroupSchema = z.strictObject({
  id: z.enum(groupIds),
  clause: clauseId,
  /** Number in the plan, under III: `1.1`. */
  number: z.string().regex(/^1\.[1-4]$/),
  name: text,
  /** Kind of nominee of the group: a collective or a person. */
  nominee: z.enum(['collective', 'individual']),
});

const criterionSchema = z.strictObject({ id: clauseId, group: z.enum(groupIds), name: text });

const awardFormSchema = z.strictObject({
  id: text,
  /** As the plan prints it. */
  name: text,
  /** Luật Thi đua, khen thưởng, Điều 20: a flag is a title, the others are forms. */
  kind: z.enum(['danh-hieu', 'hinh-thuc']),
  /** The deciding authority, by the same law. */
  decidedBy: text,
});

/** A strand: “nội dung thi đua”, section II. */
export type Strand = Readonly<z.infer<typeof strandSchema>>;
/** A criteria group: “nhóm tiêu chí”, III.1.1–1.4. */
export type CriteriaGroup = Readonly<z.infer<typeof criteriaGroupSchema>>;
/** A criterion: one bullet of III.1; its id is the clause's. */
export type Criterion = Readonly<z.infer<typeof criterionSchema>>;
/** An award form: “hình thức khen thưởng”, III.2.2. */
export type AwardForm = Readonly<z.infer<typeof awardFormSchema>>;

/** The five strands, in the plan's order. */
export const strands: readonly Strand[] = z.array(strandSchema).length(5).parse(strandsJson);
/** The four criteria groups, in the plan's order. */
export const criteriaGroups: readonly CriteriaGroup[] = z
  .array(criteriaGroupSchema)
  .length(4)
  .parse(criteriaGroupsJson);
/** The fifteen criteria, in the plan's order. */
export const criteria: readonly Criterion[] = z.array(criterionSchema).parse(criteriaJson);
/** The six award forms, highest first as in the plan. */
export const awardForms: readonly AwardForm[] = z.array(awardFormSchema).length(6).parse(awardFormsJson);

const awardSchema = z.strictObject({ form: z.enum(awardForms.map(({ id }) => id)), clause: clauseId });

const occasionSchema = z.strictObject({
  id: z.enum(['hang-nam', 'so-ket-2027', 'tong-ket-2030']),
  name: text,
  clause: clauseId,
  /** The award forms that the plan names for the occasion, in the plan's order; none for the annual occasion (III.2.1). */
  awards: z.array(awardSchema.readonly()).readonly(),
  /** What the reader must know about the list. */
  note: text.nullable(),
});

/** Fields of a task. */
const workFields = {
  who: text,
  /** Ids of the groups of units (content/units/organisations.json) that `who` means; empty for named bodies. */
  groups: z.array(text).readonly(),
  what: text,
  /** Partners of the task; empty where the clause names none. */
  with: z.array(text).readonly(),
  /** Ids of the groups of units that `with` means. */
  withGroups: z.array(text).readonly().default([]),
  reportsTo: text.nullable(),
  /** Id of the form with which a unit does or reports the task on this site; null where there is none. */
  form: text.nullable(),
  /** The day that the plan leaves to an agency, as a slot of the owner. The site's own words. */
  deadline: text.nullable().default(null),
};

const milestoneSchema = z.strictObject({
  name: text,
  /** The time in words: the plan gives quarters and years, no days. */
  when: text,
  clause: clauseId,
  duty: z.strictObject(workFields).readonly(),
  /** What a unit does before, in and after that time. The site's own words. */
  advice: z.strictObject({ future: text, current: text, past: text }).readonly(),
  /** Ids of the forms with which it does so. */
  forms: z.array(text).readonly(),
});

const phaseSchema = z.strictObject({
  id: clauseId,
  name: text,
  /** First and last year, both included. */
  from: year,
  to: year,
  milestones: z.array(milestoneSchema.readonly()).readonly(),
});

const dutySchema = z.strictObject({
  id: clauseId,
  ...workFields,
  /** The time in words; null where the clause sets none. */
  when: text.nullable(),
});

const citedTextSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Kind of document: “Nghị quyết”, “Quyết định”. */
  kind: text,
  number: text,
  issuer: text,
  /** `YYYY-MM-DD`. */
  date: z.iso.date(),
  title: text,
  /** Where the text can be read; null where no address is known. */
  address: z.url({ protocol: /^https$/ }).nullable(),
  /** Every clause that cites the text by number. */
  clauses: z.array(clauseId).min(1).readonly(),
});

/** An occasion on which awards are given: “dịp khen thưởng”, III.2. */
export type Occasion = Readonly<z.infer<typeof occasionSchema>>;
/** A phase of the movement: “giai đoạn”, V.1. */
export type Phase = Readonly<z.infer<typeof phaseSchema>>;
/** A duty: one bullet of V.2, or another clause that asks something of units; its id is the clause's. */
export type Duty = Readonly<z.infer<typeof dutySchema>>;
/** A text that the plan cites by number. */
export type CitedText = Readonly<z.infer<typeof citedTextSchema>>;

/** The three occasions, in order of time. */
export const occasions: readonly Occasion[] = z.array(occasionSchema).length(3).parse(occasionsJson);
/** The two phases, in order of time. */
export const phases: readonly Phase[] = z.array(phaseSchema).parse(phasesJson);
/** The nine duties, in the plan's order. */
export const duties: readonly Duty[] = z.array(dutySchema).parse(dutiesJson);
/** What the plan asks of units outside V, in the plan's order. */
export const otherDuties: readonly Duty[] = z.array(dutySchema).parse(otherDutiesJson);
/** The texts cited, in the order in which the plan names them. */
export const citedTexts: readonly CitedText[] = z.array(citedTextSchema).parse(citedTextsJson);
