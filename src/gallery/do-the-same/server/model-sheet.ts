import type { Document } from 'docx';
import { title } from '../../../filing/dossier/head.ts';
import { officialPaper } from '../../../filing/dossier/paper.ts';
import { heading, paragraph, paragraphs } from '../../../filing/dossier/paragraphs.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import { shortPath } from '../../stories/story-terms.ts';
import { storyFigures } from '../../stories/sureness.ts';
import type { StoredStory } from '../../story.ts';
import { doingTheSame } from '../needs.ts';
import { figuresTable } from './figures-table.ts';

/** A model on one sheet, to hand round in a meeting: what changed, what it takes, whom to ask, what to do next. */
export function modelSheet(model: StoredStory, adoptions: readonly Adoption[], origin: string): Document {
  const address = (path: string) => new URL(path, origin).href;
  return officialPaper({
    title: 'Mô hình',
    children: [
      ...title('MÔ HÌNH CÓ THỂ LÀM THEO', model.name),
      ...(model.sample ? [paragraph('DỮ LIỆU MINH HỌA, KHÔNG CÓ THẬT', { bold: true })] : []),
      paragraph(`${model.unitName} (mã ${model.id}, ${address(shortPath(model.id))})`),
      ...paragraphs(model.summary),
      ...(model.indicators.length > 0 ? [figuresTable(storyFigures(model, adoptions))] : []),
      heading('Muốn làm theo'),
      ...doingTheSame(model).map(({ name, said }) => paragraph(`${name}: ${said ?? 'đơn vị chưa nêu'}`)),
      heading('Hỏi ai'),
      ...paragraphs(model.contact ?? `${model.unitName}; đầu mối ở trang của mô hình.`),
      heading('Làm gì tiếp'),
      paragraph(`Dự thảo kế hoạch để sửa: ${address(`/api/v1/lam-theo/${model.id}.docx`)}`),
      paragraph(`Đã áp dụng thì báo: ${address(`/ap-dung/?mo-hinh=${model.id}`)}`),
    ],
  });
}
