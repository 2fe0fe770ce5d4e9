import { z } from 'zod';
import { questionsOf, questionsSchema } from '../../filing/definitions/questions.ts';
import { forms } from '../../filing/definitions/registry.ts';
import { decisionId } from '../../gallery/honours/decisions.ts';
import type { Story } from '../../gallery/story.ts';
import { planDocument } from '../../plan/schema.ts';
import { guidance } from '../../vocabulary/guidance.ts';
import { laws } from '../../vocabulary/laws.ts';
import { type CoverageLine, reportDue, type Standing } from '../coverage/coverage.ts';
import { figures, type RollUp, sumOf } from '../reports/roll-up.ts';

const day = z.iso.date();
const standingSchema: z.ZodType<Standing> = z.discriminatedUnion('is', [
  z.object({ is: z.literal('there'), filedOn: day.nullable(), confirmedOn: day, lateDays: z.number() }),
  z.object({ is: z.literal('awaited'), due: day.nullable() }),
  z.object({ is: z.literal('overdue'), due: day }),
]);

const lineSchema = z.object({
  code: z.string(),
  name: z.string(),
  plan: standingSchema,
  criteria: standingSchema,
  report: standingSchema,
});

const textSchema = z.object({
  kind: z.string(),
  number: z.string(),
  issuer: z.string(),
  date: day,
  about: z.string(),
  validFrom: day.nullable(),
  lapsesOn: day.nullable(),
  /** The whole text, where the site had it. */
  content: z.string().nullable(),
  address: z.string().nullable(),
});

const honourSchema = z.object({ id: z.string(), name: z.string(), unit: z.string() });

const sumsSchema = z.array(
  z.object({ name: z.string(), total: z.number(), given: z.number(), blank: z.number() }),
);

/** The sums of the reports of a year, by figure. */
export type YearSums = z.infer<typeof sumsSchema>;

/** The sums of a closed year as they are now; only where they were released. `id` is the year. */
export const presentSumsSchema = z.object({ id: z.string(), sums: sumsSchema });

const documentSchema = z.object({
  plan: z.string(),
  reportDue: day.nullable(),
  lines: z.array(lineSchema),
  /** The sums of the confirmed reports; null where staff did not release them. */
  sums: sumsSchema.nullable(),
  decisions: z.array(
    z.object({
      number: z.string(),
      date: day.nullable(),
      body: z.string().nullable(),
      honours: z.array(honourSchema),
    }),
  ),
  texts: z.array(textSchema),
  forms: z.array(z.object({ id: z.string(), version: z.string(), questions: questionsSchema })),
});

/** A year that was closed. `id` is the year. */
export const closingSchema = z.object({
  id: z.string(),
  year: z.int(),
  closedOn: day,
  document: documentSchema,
});

/** See `closingSchema`. */
export type Closing = z.infer<typeof closingSchema>;

/** What a closing is made of. */
export interface ClosingSources {
  stories: readonly Story[];
  lines: readonly CoverageLine[];
  rolled: RollUp;
  /** Whether the sums are released with it. */
  withSums: boolean;
}

/** The decisions of a year with those whom they honour. */
export function decisionsOf(stories: readonly Story[], year: number): Closing['document']['decisions'] {
  const decided = stories.filter((story) => story.year === year && story.decisionNumber !== null);
  const groups = Map.groupBy(decided, (story) => `${decisionId(story)} ${story.decisionDate}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first?.decisionNumber) return [];
    const honours = own.map(({ id, name, unitName }) => ({ id, name, unit: unitName }));
    return [{ number: first.decisionNumber, date: first.decisionDate, body: first.decisionBody, honours }];
  });
}

/** The legal texts, guidance and criteria that the site names now. */
export const textsNow = (): Closing['document']['texts'] => [
  ...laws().map(({ id: _, successor: __, ...law }) => ({ ...law, content: null })),
  ...guidance().map(({ text }) => ({
    kind: text.kind,
    number: text.number,
    issuer: text.issuer,
    date: text.date,
    about: text.title,
    validFrom: text.validFrom,
    lapsesOn: text.lapsesOn,
    content: text.content,
    address: text.address,
  })),
];

/** The sum of each figure over the reports of a year. */
export const yearSums = ({ rows }: RollUp): YearSums =>
  figures.map(({ id, name }) => ({ name, ...sumOf(rows, id) }));

/** The year as it is now. The process must follow what the owner set. */
export function closingDocument(year: number, sources: ClosingSources): Closing['document'] {
  const { stories, lines, rolled, withSums } = sources;
  return {
    plan: planDocument.number,
    reportDue: reportDue(year),
    lines: lines.flatMap(({ unit, plan, criteria, reports }) => {
      const report = reports.find((one) => one.year === year)?.standing;
      return report ? [{ code: unit.code, name: unit.name, plan, criteria, report }] : [];
    }),
    sums: withSums ? yearSums(rolled) : null,
    decisions: decisionsOf(stories, year),
    texts: textsNow(),
    forms: forms.map((form) => ({ id: form.id, version: form.version, questions: questionsOf(form) })),
  };
}
