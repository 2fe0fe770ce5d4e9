import { z } from 'zod';
import { nameOfColumn, type PulledRow } from '../../filing/delivery/pulled-row.ts';
import { type Photo, photoSchema } from '../story.ts';
import { unreadableCells } from './unreadable.ts';

const attachmentSchema = z.object({ id: z.string(), url: z.url(), type: z.string().optional() });

const cellsSchema = z.object({
  photos: z.array(attachmentSchema).nullish(),
  photoAlt: z.string().nullish(),
  photoCaption: z.string().nullish(),
  photoCredit: z.string().nullish(),
});

/** The first picture of a record as the story shows it, with the address to fetch it; or why it, or others beside it, are not shown. */
export interface ReadPhoto {
  photo: Photo | null;
  /** Airtable's own address, good for two hours. */
  url: string | null;
  problem: string | null;
}

const none: ReadPhoto = { photo: null, url: null, problem: null };

/** Reads the picture of a row of `Điển hình`. A picture needs a readable description and a readable credit. */
export function readPhoto(row: Pick<PulledRow, 'cells' | 'columns'>): ReadPhoto {
  const { data } = cellsSchema.safeParse(row.cells);
  const attached = data?.photos?.[0];
  if (!attached) return none;
  const photo = photoSchema.safeParse({
    attachment: attached.id,
    alt: data?.photoAlt ?? '',
    caption: data?.photoCaption ?? null,
    credit: data?.photoCredit ?? '',
  });
  if (!photo.success)
    return {
      ...none,
      problem: `ảnh chưa hiện: cần “${nameOfColumn(row, 'photoAlt')}” (nhiều nhất 500 ký tự) và “${nameOfColumn(row, 'photoCredit')}” (nhiều nhất 200 ký tự)`,
    };
  const { photoAlt, photoCaption, photoCredit } = data ?? {};
  const unreadable = unreadableCells(row, { photoAlt, photoCaption, photoCredit });
  if (unreadable) return { ...none, problem: `ảnh chưa hiện: ${unreadable}` };
  const others = (data?.photos?.length ?? 1) - 1;
  const problem =
    others > 0
      ? `Cột “${nameOfColumn(row, 'photos')}”: bài chỉ hiện ảnh đầu, ${others} ảnh sau không hiện. Xếp ảnh cần hiện lên đầu, bỏ ảnh thừa.`
      : null;
  return { photo: photo.data, url: attached.url, problem };
}
