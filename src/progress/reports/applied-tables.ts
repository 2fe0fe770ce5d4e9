import type { Table } from 'docx';
import { ruledTable } from '../../filing/dossier/tables.ts';
import { storyKindNames } from '../../gallery/story.ts';
import { shortDay } from '../coverage/words.ts';
import { type AppliedModel, awardName, type Honour } from './applied.ts';

const decisionOf = ({ decisionNumber, decisionDate, decisionBody }: Honour): string =>
  [decisionNumber, decisionDate && shortDay(decisionDate), decisionBody].filter(Boolean).join('\n');

/** Honours, a row each. */
export const honourTable = (honours: readonly Honour[]): Table =>
  ruledTable(
    [
      { title: 'TT', widthMm: 11, centred: true },
      { title: 'Tên, mã', widthMm: 54 },
      { title: 'Loại', widthMm: 19 },
      { title: 'Hình thức', widthMm: 32 },
      { title: 'Quyết định', widthMm: 36 },
      { title: 'Năm', widthMm: 13, centred: true },
    ],
    honours.map((honour, at) => [
      String(at + 1),
      `${honour.name} (${honour.id})`,
      storyKindNames[honour.kind],
      awardName(honour),
      decisionOf(honour),
      String(honour.year),
    ]),
  );

/** Units that apply a model, a row each. */
export const adoptionTable = (adoptions: readonly AppliedModel[]): Table =>
  ruledTable(
    [
      { title: 'TT', widthMm: 11, centred: true },
      { title: 'Mô hình, mã', widthMm: 70 },
      { title: 'Đơn vị áp dụng', widthMm: 60 },
      { title: 'Từ tháng', widthMm: 24, centred: true },
    ],
    adoptions.map(({ model, modelName, unitName, since }, at) => [
      String(at + 1),
      `${modelName} (${model})`,
      unitName,
      since.split('-').toReversed().join('/'),
    ]),
  );
