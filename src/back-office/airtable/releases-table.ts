import { releaseStates } from '../releases/states.ts';
import type { Column, Table } from './column.ts';
import { stateColumn } from './state-column.ts';
import { whyColumn } from './why-column.ts';

/** The column with which a row of nominations or stories joins a release. */
export const releaseColumn = (description: string): Column => ({
  name: 'Đợt công bố',
  type: 'singleLineText',
  field: 'release',
  description,
});

/** A release: decisions and stories that are told and shown together, once, at a stated time. */
export const releases: Table = {
  name: 'Đợt công bố',
  mergeColumn: 'Tên',
  columns: [
    {
      name: 'Tên',
      type: 'singleLineText',
      field: 'name',
      description:
        'Ví dụ “Khen thưởng đợt 1 năm 2026”. Hàng ghi đúng tên này ở cột “Đợt công bố” thuộc đợt. Sau giờ, tên hiện trên trang báo chí.',
    },
    {
      name: 'Giờ công bố',
      type: 'dateTime',
      field: 'releaseAt',
      description:
        'Ngày giờ báo và đưa lên trang cả đợt. Ghi ô này trước, rồi mới chọn “Đã chốt”. Trễ một ngày thì ghi lại.',
    },
    {
      name: stateColumn,
      type: 'singleSelect',
      choices: Object.values(releaseStates),
      field: 'state',
      description:
        'Đang soạn: chưa ai được báo, kể cả khi đã qua giờ. Đã chốt: đến “Giờ công bố” thì báo và đưa lên cả đợt một lần.',
    },
    {
      name: 'Công bố cả khi chưa đủ',
      type: 'checkbox',
      field: 'incomplete',
      description: 'Đánh dấu: hàng chưa sẵn sàng lên sau. Để trống: cả đợt chờ.',
    },
    {
      name: 'Tình hình',
      type: 'singleLineText',
      told: 'stage',
      description: 'Trang tự ghi: đợt đang ở đâu. Không sửa cột này.',
    },
    whyColumn,
    {
      name: 'Gồm',
      type: 'multilineText',
      told: 'holds',
      description: 'Trang tự ghi: các hàng thuộc đợt. Không sửa cột này.',
    },
    {
      name: 'Đã quyết định',
      type: 'singleLineText',
      told: 'decidedCount',
      description: 'Trang tự ghi: bao nhiêu đề cử của đợt đã có kết quả. Không sửa cột này.',
    },
    {
      name: 'Đã báo',
      type: 'singleLineText',
      told: 'toldCount',
      description: 'Trang tự ghi: bao nhiêu đơn vị đã được báo. Không sửa cột này.',
    },
    {
      name: 'Đang hiện',
      type: 'singleLineText',
      told: 'shownCount',
      description: 'Trang tự ghi: bao nhiêu bài của đợt đang hiện trên trang. Không sửa cột này.',
    },
    {
      name: 'Công bố xong lúc',
      type: 'dateTime',
      told: 'liveAt',
      description: 'Trang tự ghi: lúc cả đợt đã được báo và hiện. Không sửa cột này.',
    },
    {
      name: 'Tư liệu báo chí',
      type: 'url',
      told: 'page',
      description:
        'Trang tự ghi: trang riêng có bộ tư liệu gửi báo chí và sổ báo chí để in. Không sửa cột này.',
    },
  ],
};
