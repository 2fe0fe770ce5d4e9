import type { Document } from 'docx';
import { title } from '../../../filing/dossier/head.ts';
import { officialPaper } from '../../../filing/dossier/paper.ts';
import { leadsToTable, paragraph } from '../../../filing/dossier/paragraphs.ts';
import { ruledTable } from '../../../filing/dossier/tables.ts';
import { site } from '../../../vocabulary/site.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import { figureLine } from '../../stories/figure-line.ts';
import { shortPath } from '../../stories/story-terms.ts';
import { adoptionFigures } from '../../stories/sureness.ts';
import type { StoredStory } from '../../story.ts';
import { notOurs } from './confirmation.ts';

/** For the author of a model: which units publicly apply it, since when, with which figures. */
export function scopeSheet(model: StoredStory, adoptions: readonly Adoption[], origin: string): Document {
  const rows = adoptions
    .toSorted((a, b) => a.since.localeCompare(b.since) || a.unitName.localeCompare(b.unitName, 'vi'))
    .map((adoption, index) => [
      String(index + 1),
      adoption.sample ? `${adoption.unitName} (dữ liệu minh họa)` : adoption.unitName,
      adoption.since.split('-').reverse().join('/'),
      [...adoptionFigures(adoption).map(figureLine), adoption.result].filter(Boolean).join('\n') ||
        'Chưa báo kết quả',
    ]);
  return officialPaper({
    title: 'Phạm vi ảnh hưởng',
    children: [
      ...title('PHẠM VI ẢNH HƯỞNG', `Mô hình “${model.name}”`),
      paragraph(
        `Đơn vị đã làm: ${model.unitName}. Mã ${model.id}, ${new URL(shortPath(model.id), origin).href}.`,
      ),
      paragraph(
        `${rows.length.toLocaleString('vi')} đơn vị đã báo áp dụng, được ${site.leadAgency} xác nhận và đồng ý công khai. Đơn vị chưa báo thì không có trong bảng.`,
        {},
        leadsToTable,
      ),
      ruledTable(
        [
          { title: 'TT', widthMm: 10 },
          { title: 'Đơn vị áp dụng', widthMm: 48 },
          { title: 'Từ tháng', widthMm: 24 },
          { title: 'Số liệu, kết quả', widthMm: 83 },
        ],
        rows,
      ),
      paragraph(notOurs, { italics: true }),
    ],
  });
}
