import { apDung } from '../../filing/definitions/ap-dung.ts';
import { baoCaoNam } from '../../filing/definitions/bao-cao-nam.ts';
import { deCuCaNhan } from '../../filing/definitions/de-cu-ca-nhan.ts';
import { deCuMoHinh } from '../../filing/definitions/de-cu-mo-hinh.ts';
import { deCuTapThe } from '../../filing/definitions/de-cu-tap-the.ts';
import type { FormDefinition } from '../../filing/definitions/form.ts';
import { keHoachDonVi } from '../../filing/definitions/ke-hoach-don-vi.ts';
import { phanHoi } from '../../filing/definitions/phan-hoi.ts';
import type { Question } from './chooser.ts';

/** Where the questions end: the form that fits. */
export type Door = FormDefinition;

/** The way to a form, two questions at most. */
export const door: Question<Door> = {
  ask: 'Đơn vị muốn làm gì?',
  choices: [
    {
      label: 'Đề cử, giới thiệu một điển hình',
      next: {
        ask: 'Điển hình ấy là gì?',
        choices: [
          { label: 'Một tập thể: cơ quan, đoàn thể, doanh nghiệp, hợp tác xã, hộ', next: deCuTapThe },
          { label: 'Một người', next: deCuCaNhan },
          { label: 'Một mô hình, một cách làm', next: deCuMoHinh },
        ],
      },
    },
    {
      label: 'Báo một việc đơn vị đã làm',
      next: {
        ask: 'Việc nào?',
        choices: [
          { label: 'Đã ban hành kế hoạch của đơn vị', next: keHoachDonVi },
          { label: 'Đang áp dụng một mô hình của nơi khác', next: apDung },
          { label: 'Kết quả của cả năm', next: baoCaoNam },
        ],
      },
    },
    { label: 'Hỏi, góp ý, nêu khó khăn, báo chỗ sai', next: phanHoi },
  ],
};
