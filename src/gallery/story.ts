import { z } from 'zod';
import { modelFileSchema } from './model-files/model-file.ts';

/** Kinds of published records. */
export const storyKinds = ['mo-hinh', 'tap-the', 'ca-nhan'] as const;

/** Names of the kinds: the site prints them, and Airtable's `Loại` has them as options. */
export const storyKindNames = { 'mo-hinh': 'Mô hình', 'tap-the': 'Tập thể', 'ca-nhan': 'Cá nhân' } as const;

const text = z.string().min(1);

/** A figure of a result, as people write it: “Tỷ lệ hồ sơ trực tuyến”, “34”, “71”, “%”. */
export const indicatorSchema = z.object({
  name: text,
  before: text.nullable(),
  after: text.nullable(),
  unit: text.nullable(),
  /** A later measure of the same: its month, `YYYY-MM`, and the figure. */
  later: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), figure: text }).optional(),
});

/** A correction: its text, and the day on which it was announced. */
export const correctionSchema = z.object({ day: z.iso.date(), text });

/** A picture that staff attached. It needs a description for readers who cannot see it, and its maker's name. */
export const photoSchema = z.object({
  /** Airtable's id of the attachment. */
  attachment: text,
  alt: text.max(500),
  caption: text.max(500).nullable(),
  credit: text.max(200),
});

export type Photo = z.infer<typeof photoSchema>;

/** A picture whose file is stored. */
const storedPhotoSchema = photoSchema.extend({
  /** SHA-256 of the file, in hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The picture as it came, where the press can have it: upright size in pixels, and bytes. */
export const originalSchema = z.object({ width: z.number(), height: z.number(), bytes: z.number() });

/** A picture as a page shows it, upright; its largest size in pixels. */
const drawnPhotoSchema = storedPhotoSchema.extend({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Null for a picture that did not come as JPEG. */
  original: originalSchema.nullable().default(null),
});

/** A record of `Điển hình` as the site shows it: a model (`MH-…`) or an honoree (`VD-…`). */
export const storySchema = z.object({
  /** Permanent id, `MH-0001` or `VD-0001`. */
  id: z.string().regex(/^(MH|VD)-\d{4,}$/),
  /** Last part of the address; fixed when the record first becomes public. */
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: z.enum(storyKinds),
  name: z.string().min(1).max(300),
  summary: z.string().min(1).max(1000),
  /** Markdown; raw HTML in it is shown as text. */
  body: z.string().max(100_000),
  unitCode: z.string().nullable(),
  unitName: z.string().min(1),
  /** Id of a criteria group: `co-quan`, `doan-the`, `doanh-nghiep`, `ca-nhan`. */
  criteriaGroup: z.string().nullable(),
  /** Strand clause ids, `ii-1` … `ii-5`. */
  strands: z.array(z.string()),
  /** Ids of fields of work: what the story solves. */
  workFields: z.array(z.string()).default([]),
  /** Id of a band of cost. */
  costBand: z.string().nullable().default(null),
  /** Id of a size of unit. */
  unitSize: z.string().nullable().default(null),
  /** Ids of the clauses that the story proves. */
  clauses: z.array(z.string()),
  year: z.number().int().min(2026).max(2030),
  /** Id of an occasion: `hang-nam`, `so-ket-2027`, `tong-ket-2030`. */
  occasion: z.string().nullable(),
  /** Id of an award form. */
  awardForm: z.string().nullable(),
  decisionNumber: z.string().nullable(),
  /** `YYYY-MM-DD`. */
  decisionDate: z.iso.date().nullable(),
  decisionBody: z.string().nullable(),
  /** The reason of the award, in one sentence of the decision: “trích yếu thành tích”. */
  motivation: text.max(600).nullable().default(null),
  indicators: z.array(indicatorSchema).default([]),
  /** How many documents that prove the figures staff have attached to the row. The documents are not published. */
  documents: z.number().int().default(0),
  /** Files that other units may use, each as it is handed out. */
  files: z.array(modelFileSchema).default([]),
  /** What the English pages say of it; null where staff have not filled it in. */
  nameEn: text.max(300).nullable().default(null),
  summaryEn: text.max(600).nullable().default(null),
  resultsEn: text.max(600).nullable().default(null),
  /** The contact that the unit agreed to publish. */
  contact: text.max(500).nullable().default(null),
  /** What it takes to do the same; null where the unit has not said. */
  cost: text.max(500).nullable().default(null),
  duration: text.max(500).nullable().default(null),
  people: text.max(500).nullable().default(null),
  conditions: text.max(1000).nullable().default(null),
  /** Oldest first. */
  corrections: z.array(correctionSchema).default([]),
  photo: drawnPhotoSchema.nullable().default(null),
  /** Invented for illustration: shown with “Dữ liệu minh họa”, never in a production build. */
  sample: z.boolean(),
  publishedAt: z.iso.datetime({ offset: true }),
  changedAt: z.iso.datetime({ offset: true }),
});

export type Story = z.infer<typeof storySchema>;

/** A story in the lists of a build, with its public adoptions. */
export type ListedStory = Story & { adoptions?: readonly Pick<Story, 'indicators'>[] };

/** A stored story, whose picture is not yet drawn. */
export const storedStorySchema = storySchema.extend({ photo: storedPhotoSchema.nullable() });

export type StoredStory = z.infer<typeof storedStorySchema>;

/** A story that is no longer public. Its address says so and does not show its name. */
export const withdrawnSchema = z.object({
  id: storySchema.shape.id,
  /** The reason that staff give; null where they give none. */
  reason: z.string().nullable(),
  /** Staff put the story off and did not take it down: it may come back. */
  isPostponed: z.boolean().optional(),
  /** When a build first left the story out. */
  withdrawnAt: z.coerce.date(),
});

export type WithdrawnStory = z.infer<typeof withdrawnSchema>;

/** States of a record of `Điển hình`, as staff see them. */
export const storyStates = [
  { id: 'nhap', name: 'Nháp' },
  { id: 'cho-xac-nhan', name: 'Chờ xác nhận' },
  { id: 'hen-gio', name: 'Hẹn giờ' },
  { id: 'cong-bo', name: 'Công bố' },
  { id: 'go-bo', name: 'Gỡ bỏ' },
] as const;

/** What the unit of an honoree answered, as the sync tells staff. */
export const storyAnswers = {
  agrees: 'Đồng ý',
  remarks: 'Đồng ý, có ý kiến',
  refuses: 'Không đồng ý công bố',
} as const;

/** Where a story stands on the site, as the sync tells staff. */
export const storyStages = {
  draft: 'Bản nháp',
  waiting: 'Chờ đến giờ',
  live: 'Đang hiện',
  notLive: 'Chưa lên',
  withdrawn: 'Đã gỡ',
} as const;
