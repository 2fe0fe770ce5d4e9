import type { Table } from 'docx';
import { ruledTable } from '../../../filing/dossier/tables.ts';
import { changeInWords } from '../../stories/change.ts';
import type { Story } from '../../story.ts';

/** Figures before and after as a table of a Word file. */
export const figuresTable = (indicators: Story['indicators']): Table =>
  ruledTable(
    [
      { title: 'Chỉ số', widthMm: 65 },
      { title: 'Trước', widthMm: 25 },
      { title: 'Sau', widthMm: 25 },
      { title: 'Đơn vị tính', widthMm: 20 },
      { title: 'Thay đổi', widthMm: 30 },
    ],
    indicators.map((indicator) => [
      indicator.name,
      indicator.before ?? 'chưa nêu',
      indicator.after ?? 'chưa nêu',
      indicator.unit ?? '',
      changeInWords(indicator) ?? '',
    ]),
  );
