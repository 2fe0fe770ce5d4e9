import type { Document } from 'docx';
import { head, title } from '../../../filing/dossier/head.ts';
import { issuerNamed } from '../../../filing/dossier/issuer.ts';
import { citedPlan } from '../../../filing/dossier/nomination.ts';
import { officialPaper } from '../../../filing/dossier/paper.ts';
import { heading, leadsToTable, paragraph, paragraphs } from '../../../filing/dossier/paragraphs.ts';
import { filed, receiversAndSigner, unitSigner } from '../../../filing/dossier/signatures.ts';
import { slot } from '../../../filing/dossier/slot.ts';
import { ruledTable } from '../../../filing/dossier/tables.ts';
import { site } from '../../../vocabulary/site.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import { storyFigures } from '../../stories/sureness.ts';
import type { StoredStory } from '../../story.ts';

/** The beginning of a unit’s own plan to do what a model did: what is published of it is filled in, all else is a slot. */
export function planDraft(story: StoredStory, adoptions: readonly Adoption[], origin: string): Document {
  const unit = issuerNamed(slot('tên đơn vị'));
  const address = new URL(`/d/${story.id}`, origin).href;
  const said = (text: string | null, missing: string) => paragraphs(text ?? slot(missing));
  const targets = storyFigures(story, adoptions).map(({ name, before, after, unit: measure, sureness }) => [
    name,
    `${[before, after].map((figure) => figure ?? 'chưa nêu').join(' → ')} (${sureness.name})`,
    slot('hiện nay'),
    slot('phấn đấu'),
    measure ?? '',
  ]);
  return officialPaper({
    title: 'Kế hoạch',
    children: [
      head(unit, `${slot('số')}/KH-${unit.abbreviation}`),
      ...title('KẾ HOẠCH', `Áp dụng mô hình “${story.name}”`),
      paragraph(`Căn cứ ${citedPlan};`, { italics: true }),
      paragraph(
        `Căn cứ mô hình “${story.name}” của ${story.unitName} (mã ${story.id}, ${address}), ${site.name} công bố;`,
        { italics: true },
      ),
      paragraph(`${unit.name} ban hành kế hoạch áp dụng như sau:`),
      heading('I. MỤC TIÊU'),
      paragraph(slot('việc cần giải quyết của đơn vị'), {}, leadsToTable),
      ...(targets.length > 0
        ? [
            ruledTable(
              [
                { title: 'Chỉ số', widthMm: 48 },
                { title: 'Nơi đã làm', widthMm: 33 },
                { title: 'Đơn vị: hiện nay', widthMm: 24 },
                { title: 'Đơn vị: phấn đấu', widthMm: 24 },
                { title: 'Đơn vị tính', widthMm: 36 },
              ],
              targets,
            ),
          ]
        : [paragraph(slot('chỉ số, số hiện nay, số phấn đấu'))]),
      heading('II. ĐIỀU KIỆN, NGUỒN LỰC'),
      paragraph(`Theo lời ${story.unitName}; đơn vị xem lại theo điều kiện của mình.`, { italics: true }),
      heading('1. Điều kiện'),
      ...said(story.conditions, 'điều kiện phải có'),
      heading('2. Nhân lực'),
      ...said(story.people, 'số người, việc của từng người'),
      heading('3. Kinh phí'),
      ...said(story.cost, 'số tiền, nguồn kinh phí'),
      heading('III. THỜI GIAN'),
      ...said(story.duration, 'ngày bắt đầu, ngày kết thúc, các bước'),
      heading('IV. TỔ CHỨC THỰC HIỆN'),
      paragraph(slot('bộ phận chủ trì, phối hợp, thời hạn báo cáo')),
      // The signature never stands alone on a page.
      paragraph(
        `Khi đã áp dụng, báo tại ${new URL(`/ap-dung/?mo-hinh=${story.id}`, origin).href}.`,
        {},
        { keepNext: true },
      ),
      ...receiversAndSigner([slot('nơi nhận'), filed], unitSigner),
    ],
  });
}
