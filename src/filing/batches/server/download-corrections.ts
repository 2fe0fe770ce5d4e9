import { answerPost, replierOf } from '../../../platform/http/answer-post.ts';
import { fileReply, problemReply } from '../../../platform/http/replies.ts';
import { findBatchForm } from '../batch-form.ts';
import { checkRow } from '../check-rows.ts';
import { rowMistakes } from '../faults.ts';
import { leftOutWords } from '../left-out.ts';
import { noteField, noteWords, readNote } from '../note.ts';
import { tableFile, tableText } from '../table-limits.ts';
import { faultyTable } from '../template.ts';
import { filedTable } from '../uploaded-table.ts';
import { textCells } from './batch-page.ts';
import { workbookType } from './batch-receipt.ts';

/**
 * `POST /api/batches/<form>/bang.xlsx`: the table of the page as a workbook to correct, with the mistakes of each row beside
 * its number. Stores nothing. 200, 400, 403, 404, 405, 413, 415, 422, 429, 503.
 */
export async function correctionsWorkbook(
  request: Request,
  formId: string,
  { withinLimit }: { withinLimit: () => Promise<boolean> },
): Promise<Response> {
  const form = findBatchForm(formId);
  if (!form) return problemReply(404, 'Không gửi nhiều cùng lúc bằng phiếu này.');
  const reply = replierOf(request);
  return answerPost(request, {
    reply,
    byPost: 'Hãy gửi bảng bằng POST.',
    foreign: 'Hãy tải bảng từ chính trang này.',
    files: tableFile,
    text: tableText,
    failed: `Making a table of ${form.form.id} failed`,
    later: 'Chưa tạo được tệp. Hãy thử lại sau ít phút.',
    answer: async (body) => {
      if (!(await withinLimit()))
        return reply.refuse(429, 'Đã tải quá nhiều lần trong một giờ. Hãy chờ rồi thử lại.');
      const { rows, understood } = await filedTable(form, body);
      const leftOut = [
        ...noteWords(readNote(body.answers[noteField])),
        ...(understood ? leftOutWords(understood) : []),
      ];
      const mended = rows.map((row) => {
        const checked = checkRow(form, body.answers, row);
        const faults = checked.ok ? [] : rowMistakes(form, checked.errors);
        return { number: row.number, cells: textCells(row), faults: faults.join('\n') };
      });
      return fileReply(
        faultyTable(form, mended, leftOut),
        workbookType,
        'attachment; filename="bang-can-sua.xlsx"',
      );
    },
  });
}
