import { z } from 'zod';
import type { PublicAnswer } from '../../filing/public-answers/public-answer.ts';
import { filePath, filesThere, type OwnerFile } from '../../filing/settings/attached.ts';
import type { Adoption } from '../../gallery/adoptions/adoption.ts';
import { type CommentCase, isUp } from '../../vocabulary/comment-cases.ts';
import type { Guidance } from '../../vocabulary/guidance.ts';
import { type PublishedPlan, planPath } from '../coverage/published-plans.ts';

/** Something beside stories that the site shows and that may be taken back, with what its files say where they name it. */
export const thingSchema = z.object({
  /** Its kind and what it is known by: `ap-dung 1a2b3c4d`. */
  id: z.string(),
  /** Texts of its own: an anchor, an address, an attribute. */
  marks: z.array(z.string()),
  /** A row of data, or an entry, is about it where it has all of these; empty where its marks are enough. */
  words: z.array(z.string()),
  /** Its own addresses, and all below them. */
  folders: z.array(z.string()),
  /** What the names of its own files begin with, before a hyphen or a dot. */
  stems: z.array(z.string()),
});

/** See `thingSchema`. */
export type Thing = z.infer<typeof thingSchema>;

/** Everything of these kinds that is public at one moment. */
export interface TakeableThings {
  adoptions: readonly Pick<Adoption, 'mark' | 'model' | 'unitName' | 'since'>[];
  answers: readonly Pick<PublicAnswer, 'id' | 'question'>[];
  plans: readonly Pick<PublishedPlan, 'id' | 'plan'>[];
  /** Lists up for comment whose time has begun. */
  cases: readonly Pick<CommentCase, 'path' | 'takenOff' | 'files'>[];
  guidance: readonly Pick<Guidance, 'path' | 'text'>[];
  files: readonly OwnerFile[];
  /** What the files of photos begin with: `MH-0001-1a2b3c4d`. */
  photos: readonly string[];
}

const none = { marks: [], words: [], folders: [], stems: [] };

/** Each thing, of all kinds: the build says what it shows by this, and a server what is public since. */
export function thingsOf(all: TakeableThings): Thing[] {
  const lists = all.cases.filter(isUp);
  const files = [...lists, ...all.guidance.map(({ text }) => text)].flatMap((row) =>
    filesThere(row.files, all.files),
  );
  return [
    ...all.adoptions.map(({ mark, model, unitName, since }) => ({
      ...none,
      id: `ap-dung ${mark}`,
      marks: [mark],
      words: [model, unitName, since],
    })),
    ...all.answers.map(({ id, question }) => ({
      ...none,
      id: `hoi-dap ${id}`,
      marks: [id],
      words: [question],
    })),
    ...all.plans.map((one) => ({
      ...none,
      id: `ke-hoach ${one.id}`,
      marks: [planPath(one)],
      words: [one.plan.number, one.plan.title],
    })),
    ...lists.map(({ path }) => ({ ...none, id: `lay-y-kien ${path}`, folders: [path] })),
    ...all.guidance.map(({ path }) => ({ ...none, id: `van-ban ${path}`, marks: [path], folders: [path] })),
    ...[...new Set(files.map(filePath))].map((path) => ({
      ...none,
      id: `tep ${path}`,
      marks: [path],
      folders: [path],
    })),
    ...all.photos.map((stem) => ({ ...none, id: `anh ${stem}`, stems: [stem] })),
  ];
}
