import { clauseIds } from './answers.ts';
import type { Column } from './column.ts';

/** What staff answer in public, at `/hoi-dap/`, in the table of questions. */
export const publicAnswerColumns: Column[] = [
  {
    name: 'Câu hỏi công khai',
    type: 'multilineText',
    field: 'question',
    description:
      'Câu hỏi như mọi người đọc ở trang Hỏi đáp: không nêu đơn vị, người hỏi, số điện thoại; kết thúc bằng dấu hỏi.',
  },
  {
    name: 'Trả lời công khai',
    type: 'multilineText',
    field: 'answer',
    description: 'Câu trả lời như mọi người đọc ở trang Hỏi đáp, không nêu ai hỏi.',
  },
  {
    name: 'Hỏi về mục',
    type: 'singleSelect',
    choices: clauseIds,
    field: 'clause',
    description: 'Mục của Kế hoạch mà câu hỏi nói tới; không về mục nào thì để trống.',
  },
  {
    name: 'Đăng ở Hỏi đáp',
    type: 'checkbox',
    field: 'isPublic',
    description:
      'Đánh dấu sau cùng. Chỉ đăng khi đơn vị đã đồng ý và phiếu là “Đã trả lời”. Bỏ đánh dấu thì câu hỏi rời trang.',
  },
  {
    name: 'Địa chỉ ở Hỏi đáp',
    type: 'url',
    told: 'address',
    description: 'Trang tự ghi: câu hỏi ở đâu trên trang Hỏi đáp. Không sửa cột này.',
  },
];
