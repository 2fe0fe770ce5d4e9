import { z } from 'zod';

/** What a file for units that do the same may be, with how readers know it, its media type and its ending. */
export const modelFileKinds = {
  docx: {
    name: 'Word',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
  xlsx: {
    name: 'Excel',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
  },
  pdf: { name: 'PDF', type: 'application/pdf', ending: 'pdf' },
  jpeg: { name: 'Ảnh JPEG', type: 'image/jpeg', ending: 'jpg' },
  png: { name: 'Ảnh PNG', type: 'image/png', ending: 'png' },
} as const;

const kinds = ['docx', 'xlsx', 'pdf', 'jpeg', 'png'] as const;

/** Kind of a file, by its content. */
export type ModelFileKind = (typeof kinds)[number];

/** The most files of a model. */
export const maxModelFiles = 5;

/** A file that staff attached. */
export interface AttachedFile {
  /** Airtable's id. */
  attachment: string;
  /** As staff named it. */
  name: string;
}

/** A file as readers get it. */
export const modelFileSchema = z.object({
  /** Without ending. */
  name: z.string().min(1),
  kind: z.enum(kinds),
  bytes: z.number().int().positive(),
  /** SHA-256 of the bytes, in hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** See `modelFileSchema`. */
export type ModelFile = z.infer<typeof modelFileSchema>;

/** How many digits of the digest an address has. */
const digestDigits = 12;

/** Address of a file of a model. Another content has another address. */
export const modelFilePath = (id: string, { digest, kind }: Pick<ModelFile, 'digest' | 'kind'>): string =>
  `/api/v1/lam-theo/${id}-tep-${digest.slice(0, digestDigits)}.${modelFileKinds[kind].ending}`;

/** The story and the beginning of the digest in the last part of such an address; null for any other. */
export function readModelFilePath(name: string): { id: string; digest: string } | null {
  const [, id, digest] = /^(MH-\d{4,})-tep-([0-9a-f]{12})\.(?:docx|xlsx|pdf|jpg|png)$/i.exec(name) ?? [];
  return id && digest ? { id: id.toUpperCase(), digest: digest.toLowerCase() } : null;
}
