import { faultLine } from '../../../platform/http/fault-line.ts';
import type { ReadBody } from '../../../platform/http/read-body.ts';
import {
  dropFilesName,
  filesName,
  keepFilesName,
  keptFileValue,
  maxFileBytes,
  maxFiles,
  newFilesName,
  tokenIn,
} from '../../definitions/uploaded-file.ts';
import type { FormMessages } from '../../forms/server/fill-form.ts';
import type { EvidenceTools } from './post-evidence.ts';
import type { FindFiles } from './submission-files.ts';

/**
 * A form with files from a browser without script may have 4 MB in all. The platform accepts 6 MB of base64, which is 4.5 MB of
 * files and text, and refuses more before this code runs.
 */
export const acceptedUploads = {
  name: newFilesName,
  maxBytes: maxFileBytes,
  tooLarge:
    'Các tệp gửi kèm nặng quá 4 MB tính chung. Bấm nút quay lại của trình duyệt để về trang đang điền, rồi chọn và giữ từng tệp một.',
};

/** Services for the files of a submission. */
export interface UploadTools extends Pick<EvidenceTools, 'keep' | 'remove'> {
  find: FindFiles;
}

/** A submission after its new files were stored; `problems` tells the sender about those that were not. */
export interface StoredUploads extends Pick<ReadBody, 'answers' | 'pairs'> {
  problems: string[];
  /** True if the sender only adds or removes files and does not file yet. */
  isPause: boolean;
}

const listed = (value: unknown): string[] => [value ?? []].flat().map(String);

/** Stores one file and returns its value, or the reason for failing, such as a store out of reach. */
async function keepOne(form: string, file: File, { keep }: UploadTools): Promise<{ value: string } | string> {
  try {
    const keeping = await keep(form, file);
    return keeping.ok ? { value: keptFileValue(keeping.kept) } : `“${file.name}”: ${keeping.message}`;
  } catch (error) {
    console.error(`Keeping a file failed: ${faultLine(error)}`);
    return `“${file.name}”: hệ thống chưa giữ được tệp. Hãy chọn lại sau ít phút.`;
  }
}

/**
 * For a browser without script: stores the files in the request and removes those marked for removal. The answers then name all
 * stored files, old and new, so that nobody chooses a file twice. Without `files` the submission accepts none.
 */
export async function storeUploads(
  form: string,
  body: ReadBody,
  files?: UploadTools,
): Promise<StoredUploads> {
  if (!files) return { ...body, problems: [], isPause: false };
  const { [filesName]: before, [dropFilesName]: drops, [keepFilesName]: pause, ...answers } = body.answers;
  const dropped = listed(drops).map(tokenIn);
  for (const token of dropped) await files.remove(token).catch(() => false);
  const values = listed(before).filter((value) => !dropped.includes(tokenIn(value)));
  const problems: string[] = [];
  for (const file of body.files) {
    const kept =
      values.length < maxFiles
        ? await keepOne(form, file, files)
        : `“${file.name}”: đã đủ ba tệp. Bỏ một tệp rồi chọn lại.`;
    if (typeof kept === 'string') problems.push(kept);
    else values.push(kept.value);
  }
  const own: readonly string[] = [filesName, dropFilesName, keepFilesName];
  return {
    answers: values.length > 0 ? { ...answers, [filesName]: values } : answers,
    pairs: [
      ...body.pairs.filter(([name]) => !own.includes(name)),
      ...values.map((value): [string, string] => [filesName, value]),
    ],
    problems,
    isPause: pause !== undefined,
  };
}

/** Status and message of the page for a sender who added or removed files and does not file yet. */
export function pauseOf({ problems }: StoredUploads): [status: 200 | 422, messages: FormMessages] {
  if (problems.length > 0) return [422, { errors: [{ field: filesName, message: problems.join(' ') }] }];
  const notice = {
    title: 'Đã cập nhật danh sách tệp',
    detail: 'Chưa gửi. Nội dung đã nhập vẫn còn nguyên.',
  };
  return [200, { notice }];
}
