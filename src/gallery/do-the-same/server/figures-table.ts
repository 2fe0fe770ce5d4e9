import type { Table } from 'docx';
import { ruledTable } from '../../../filing/dossier/tables.ts';
import { changeInWords } from '../../stories/change.ts';
import type { Story } from '../../story.ts';

/** Figures before and after as a table of a Word file. */
export const figuresTable = (indicators: Story['indicators']): Table =>
  ruledTable(
    [
      { title: 'Chỉ số', widthMm: 55 },
      { title: 'Trước', widthMm: 22 },
      { title: 'Sau', widthMm: 22 },
      { title: 'Đơn vị tính', widthMm: 38 },
      { title: 'Thay đổi', widthMm: 28 },
    ],
    indicators.map((indicator) => [
      indicator.name,
      indicator.before ?? 'chưa nêu',
      indicator.after ?? 'chưa nêu',
      indicator.unit ?? '',
      changeInWords(indicator) ?? '',
    ]),
  );
