import type { Document } from 'docx';
import { head, title } from '../../../filing/dossier/head.ts';
import { issuerOf } from '../../../filing/dossier/issuer.ts';
import { officialPaper } from '../../../filing/dossier/paper.ts';
import { heading, paragraph, paragraphs } from '../../../filing/dossier/paragraphs.ts';
import { filed, receiversAndSigner, unitSigner } from '../../../filing/dossier/signatures.ts';
import { slot } from '../../../filing/dossier/slot.ts';
import { site } from '../../../vocabulary/site.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import { shortPath } from '../../stories/story-terms.ts';
import { adoptionFigures } from '../../stories/sureness.ts';
import type { StoredStory } from '../../story.ts';
import { figuresTable } from './figures-table.ts';

/** What no paper of the site decides. Who recognises the effect of an initiative, and how, is for the authority in charge. */
export const notOurs =
  'Việc công nhận hiệu quả áp dụng, phạm vi ảnh hưởng do cơ quan có thẩm quyền quyết định; mẫu này không thay giấy tờ mà cơ quan đó yêu cầu.';

const monthOf = (since: string) => {
  const [year, month] = since.split('-');
  return `tháng ${Number(month)} năm ${year}`;
};

/** The confirmation that a unit applies a model, for the unit to check, number and sign. */
export function adoptionConfirmation(model: StoredStory, adoption: Adoption, origin: string): Document {
  const unit = issuerOf(adoption.unitCode ?? undefined, adoption.unitName);
  const address = new URL(shortPath(model.id), origin).href;
  return officialPaper({
    title: 'Giấy xác nhận',
    children: [
      head(unit, `${slot('số')}/${slot('ký hiệu')}-${unit.abbreviation}`),
      ...title('GIẤY XÁC NHẬN', `Áp dụng mô hình “${model.name}”`),
      ...(adoption.sample ? [paragraph('DỮ LIỆU MINH HỌA, KHÔNG CÓ THẬT', { bold: true })] : []),
      paragraph(
        `${unit.name} xác nhận đã áp dụng mô hình “${model.name}” của ${model.unitName} (mã ${model.id}, ${address}) từ ${monthOf(adoption.since)}.`,
      ),
      heading('1. Kết quả'),
      ...paragraphs(adoption.result ?? slot('kết quả áp dụng')),
      heading('2. Chỉ số trước và sau khi áp dụng'),
      adoption.indicators.length > 0
        ? figuresTable(adoptionFigures(adoption))
        : paragraph(slot('chỉ số, số trước, số sau')),
      heading('3. Điều chỉnh so với nơi đã làm'),
      ...paragraphs(adoption.changed ?? slot('những chỗ đơn vị đã làm khác')),
      paragraph(
        `Nội dung mục 1, 2 là điều đơn vị đã báo và ${site.leadAgency} đã xác nhận trên ${site.name}.`,
        { italics: true },
      ),
      paragraph(notOurs, { italics: true }, { keepNext: true }),
      ...receiversAndSigner([model.unitName, site.leadAgency, filed], unitSigner),
    ],
  });
}
