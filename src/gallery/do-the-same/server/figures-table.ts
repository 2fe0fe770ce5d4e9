import type { Table } from 'docx';
import { ruledTable } from '../../../filing/dossier/tables.ts';
import { changeInWords } from '../../stories/change.ts';
import { laterWords } from '../../stories/figure-line.ts';
import type { SureFigure } from '../../stories/sureness.ts';

/** Figures before and after, each with how sure it is, as a table of a Word file. */
export const figuresTable = (figures: readonly SureFigure[]): Table =>
  ruledTable(
    [
      { title: 'Chỉ số', widthMm: 45 },
      { title: 'Trước', widthMm: 21 },
      { title: 'Sau', widthMm: 21 },
      { title: 'Đơn vị tính', widthMm: 26 },
      { title: 'Thay đổi', widthMm: 26 },
      { title: 'Mức chắc chắn', widthMm: 26 },
    ],
    figures.map(({ later, sureness, ...figure }) => [
      figure.name,
      figure.before ?? 'chưa nêu',
      figure.after ?? 'chưa nêu',
      figure.unit ?? '',
      [changeInWords(figure), later && laterWords(later)].filter(Boolean).join('\n'),
      sureness.name,
    ]),
  );
