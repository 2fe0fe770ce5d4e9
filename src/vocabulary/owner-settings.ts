import { z } from 'zod';

/** A row of `Cài đặt`: a named value. */
const valueSchema = z.object({ is: z.literal('value'), key: z.string(), value: z.string() });

/** What a row of `Mốc thời gian` is about. */
const momentKinds = ['nhan-phieu', 'cong-khai', 'ngung', 'ngung-gap', 'nghi'] as const;

const momentSchema = z.object({
  is: z.literal('moment'),
  kind: z.enum(momentKinds),
  name: z.string(),
  /** Ids of the forms that it is about. */
  forms: z.array(z.string()),
  from: z.coerce.date(),
  until: z.coerce.date(),
  /** What a person can do meanwhile, or what stops; as a sentence. */
  words: z.string(),
  /** `YYYY-MM-DD`: the day on which a stop of the service is announced. */
  announced: z.iso.date().nullable(),
  /** The year of the movement whose yearly reports are taken then; null where the row names none. */
  year: z.int().nullable().default(null),
});

/** Which place of the site a legal text takes. */
const textRoles = ['can-cu', 'huong-dan', 'tieu-chi-khcn', 'tieu-chi-nnmt'] as const;

/** A file that staff attached to a row; `id` is the back office's name for the attachment. */
const attachedSchema = z.object({ id: z.string(), name: z.string() });

const textSchema = z.object({
  is: z.literal('text'),
  role: z.enum(textRoles),
  kind: z.string(),
  number: z.string(),
  title: z.string(),
  issuer: z.string(),
  /** `YYYY-MM-DD`. */
  date: z.iso.date(),
  /** The first day with effect; null where nobody has confirmed it. */
  validFrom: z.iso.date().nullable(),
  /** The first day without effect; null while none is known. */
  lapsesOn: z.iso.date().nullable(),
  /** Kind and number of the text that takes its place. */
  successor: z.string().nullable(),
  address: z.url({ protocol: /^https$/ }).nullable(),
  /** The whole text, in Markdown; null where the site only names it. */
  content: z.string().nullable().default(null),
  files: z.array(attachedSchema).default([]),
});

const clusterSchema = z.object({
  is: z.literal('cluster'),
  kind: z.enum(['cum', 'khoi']),
  name: z.string(),
  /** Codes of its units. */
  units: z.array(z.string()),
});

const commentSchema = z.object({
  is: z.literal('comment'),
  /** The end of its address, `/lay-y-kien/<id>/`. */
  id: z.string(),
  name: z.string(),
  opensAt: z.coerce.date(),
  /** For how many days comments are taken, and which days count. */
  days: z.int(),
  dayKind: z.enum(['working', 'calendar']),
  /** Whether the day of publication is the first of them. */
  countsFirstDay: z.boolean(),
  /** `YYYY-MM-DD`: a last day later than the rule gives; null where the rule says it. */
  lastDay: z.iso.date().nullable(),
  /** The legal basis, in the words of staff. */
  basis: z.string(),
  /** Other ways to comment, in the words of staff. */
  ways: z.string(),
  /** Rows of the list of nominees; the first has the headings. */
  list: z.array(z.array(z.string())),
  /** The draft decision, in Markdown. */
  draft: z.string().nullable(),
  /** What became of the comments, in Markdown; null until staff say. */
  outcome: z.string().nullable(),
  files: z.array(attachedSchema),
  /** `YYYY-MM-DD`: the last day that the public was told; null until the list is up. From then on it is the last day. */
  until: z.iso.date().nullable().default(null),
  /** The list was taken off the page: on which day, and why, in the words of staff. Null while it is up. */
  takenOff: z.object({ on: z.iso.date(), reason: z.string() }).nullable().default(null),
});

const contactSchema = z.object({
  is: z.literal('contact'),
  /** Code of the unit. */
  unit: z.string(),
  /** Where the site writes to the unit. */
  email: z.email(),
});

/** A row that the owner set. */
export const ownerRowSchema = z.discriminatedUnion('is', [
  valueSchema,
  momentSchema,
  textSchema,
  clusterSchema,
  commentSchema,
  contactSchema,
]);

/** See `ownerRowSchema`. */
export type OwnerRow = z.infer<typeof ownerRowSchema>;
/** A time that the owner set. */
export type Moment = z.infer<typeof momentSchema>;
/** A legal text with its validity. */
export type OwnerText = z.infer<typeof textSchema>;

/** A cụm or khối thi đua with its units. */
export type Cluster = z.infer<typeof clusterSchema>;

/** A list of nominees on which everyone may comment, as a row of `Lấy ý kiến` says it. */
export type CommentRow = z.infer<typeof commentSchema>;
/** See `attachedSchema`. */
export type AttachedFile = z.infer<typeof attachedSchema>;

/** All rows together, as a build hands them to its pages. */
export const settingsSchema = z.object({ rows: z.array(ownerRowSchema) });

let current: readonly OwnerRow[] = [];

/** From now on this process follows these rows. What no row says, the files of content/ say. */
export function followRows(rows: readonly OwnerRow[]): void {
  current = rows;
}

/** The times of one kind, in order of time. */
export const momentsOf = (kind: Moment['kind']): Moment[] =>
  current
    .flatMap((row) => (row.is === 'moment' && row.kind === kind ? [row] : []))
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());

/** The times that the site tells everyone: public dates, and when forms are open. */
export const announcedMoments = (): Moment[] =>
  [...momentsOf('cong-khai'), ...momentsOf('nhan-phieu')].toSorted(
    (a, b) => a.from.getTime() - b.from.getTime(),
  );

/** The legal texts that rows name. */
export const ownerTexts = (): OwnerText[] => current.flatMap((row) => (row.is === 'text' ? [row] : []));

const inVietnameseOrder = new Intl.Collator('vi', { numeric: true });

/** The cụm and khối thi đua that rows name, by name. */
export const clusters = (): Cluster[] =>
  current
    .flatMap((row) => (row.is === 'cluster' ? [row] : []))
    .toSorted((a, b) => inVietnameseOrder.compare(a.name, b.name));

/** The lists of nominees that rows put up for comment, whatever their time. */
export const commentRows = (): CommentRow[] => current.flatMap((row) => (row.is === 'comment' ? [row] : []));

/** The value under a key of `Cài đặt`; undefined where no row sets it. */
export function ownerValue(key: string): string | undefined {
  for (const row of current) if (row.is === 'value' && row.key === key) return row.value;
  return undefined;
}
