import { storyAnswers, storyKindNames, storyStages, storyStates } from '../../gallery/story.ts';
import { costBands, unitSizes, workFields } from '../../vocabulary/problems.ts';
import { awardForms, criteriaGroups, occasions, strands } from '../../vocabulary/taxonomy.ts';
import { clauseIds } from './answers.ts';
import type { Table } from './column.ts';
import { releaseColumn } from './releases-table.ts';
import { stateColumn } from './state-column.ts';
import { statisticsColumns } from './statistics-columns.ts';
import { described } from './story-descriptions.ts';
import { whyColumn } from './why-column.ts';

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

/** The table of stories that staff publish. */
export const stories: Table = described({
  name: 'Điển hình',
  mergeColumn: 'Mã',
  columns: [
    { name: 'Mã', type: 'singleLineText', field: 'id' },
    { name: 'Loại', type: 'singleSelect', choices: Object.values(storyKindNames), field: 'kind' },
    { name: 'Tên', type: 'singleLineText', field: 'name' },
    { name: 'Tóm tắt', type: 'multilineText', field: 'summary' },
    { name: 'Nội dung', type: 'richText', field: 'body' },
    { name: 'Mã đơn vị', type: 'singleLineText', field: 'unitCode' },
    { name: 'Tên đơn vị', type: 'singleLineText', field: 'unitName' },
    { name: 'Nhóm tiêu chí', type: 'singleSelect', choices: names(criteriaGroups), field: 'criteriaGroup' },
    { name: 'Nội dung thi đua', type: 'multipleSelects', choices: names(strands), field: 'strands' },
    { name: 'Tiêu chí', type: 'multipleSelects', choices: clauseIds, field: 'clauses' },
    {
      name: 'Lĩnh vực',
      type: 'multipleSelects',
      choices: names(workFields),
      field: 'workFields',
      description: 'Không bắt buộc. Việc mà điển hình giải quyết; người đọc lọc và tìm theo đó.',
    },
    {
      name: 'Mức chi phí',
      type: 'singleSelect',
      choices: names(costBands),
      field: 'costBand',
      description: 'Không bắt buộc. Đơn vị làm theo thì tốn chừng nào. Chưa rõ thì để trống.',
    },
    {
      name: 'Quy mô đơn vị',
      type: 'singleSelect',
      choices: names(unitSizes),
      field: 'unitSize',
      description:
        'Không bắt buộc. Đơn vị của điển hình có bao nhiêu người; nơi khác tìm mô hình của đơn vị cỡ mình.',
    },
    { name: 'Năm', type: 'number', field: 'year' },
    { name: 'Dịp', type: 'singleSelect', choices: names(occasions), field: 'occasion' },
    { name: 'Hình thức khen thưởng', type: 'singleSelect', choices: names(awardForms), field: 'awardForm' },
    { name: 'Số quyết định', type: 'singleLineText', field: 'decisionNumber' },
    { name: 'Ngày quyết định', type: 'date', field: 'decisionDate' },
    { name: 'Cơ quan quyết định', type: 'singleLineText', field: 'decisionBody' },
    { name: 'Trích yếu khen thưởng', type: 'multilineText', field: 'motivation' },
    { name: 'Chỉ số trước và sau', type: 'multilineText', field: 'indicators' },
    {
      name: 'Tài liệu kiểm chứng',
      type: 'multipleAttachments',
      field: 'documents',
      description:
        'Báo cáo, biên bản chứng minh các chỉ số. Không đăng tệp nào; trang chỉ ghi số liệu “có tài liệu”.',
    },
    { name: 'Tên tiếng Anh', type: 'singleLineText', field: 'nameEn' },
    { name: 'Tóm tắt tiếng Anh', type: 'multilineText', field: 'summaryEn' },
    { name: 'Kết quả tiếng Anh', type: 'multilineText', field: 'resultsEn' },
    { name: 'Liên hệ công khai', type: 'multilineText', field: 'contact' },
    { name: 'Làm theo: chi phí', type: 'multilineText', field: 'cost' },
    { name: 'Làm theo: thời gian', type: 'multilineText', field: 'duration' },
    { name: 'Làm theo: nhân lực', type: 'multilineText', field: 'people' },
    { name: 'Làm theo: điều kiện', type: 'multilineText', field: 'conditions' },
    { name: 'Làm theo: tệp', type: 'multipleAttachments', field: 'files' },
    { name: 'Ảnh', type: 'multipleAttachments', field: 'photos' },
    { name: 'Mô tả ảnh', type: 'multilineText', field: 'photoAlt' },
    { name: 'Chú thích ảnh', type: 'singleLineText', field: 'photoCaption' },
    { name: 'Nguồn ảnh', type: 'singleLineText', field: 'photoCredit' },
    { name: 'Đính chính', type: 'multilineText', field: 'corrections' },
    { name: 'Đường dẫn', type: 'singleLineText', field: 'wishedSlug' },
    { name: 'Đồng ý công khai', type: 'checkbox', field: 'consent' },
    {
      name: 'Công bố từ',
      type: 'dateTime',
      field: 'publishFrom',
      description: 'Ngày giờ lên trang của bài “Hẹn giờ”. Ghi ô này trước, rồi mới chọn “Trạng thái”.',
    },
    releaseColumn(
      'Tên của đợt ở bảng “Đợt công bố”. Ghi ô này trước, rồi mới chọn “Trạng thái”: bài chờ và lên trang cùng cả đợt. Không thuộc đợt nào thì để trống.',
    ),
    {
      name: stateColumn,
      type: 'singleSelect',
      choices: names(storyStates),
      field: 'state',
      description:
        'Công bố: lên trang ngay. Hẹn giờ: lên trang lúc ghi ở “Công bố từ”. Gỡ bỏ: gỡ khỏi trang, kèm “Lý do gỡ”. Trạng thái khác: chưa ai thấy.',
    },
    {
      name: 'Đã đồng ý bằng văn bản',
      type: 'checkbox',
      field: 'onPaper',
      description:
        'Đánh dấu khi đã có văn bản đồng ý trong hồ sơ: bài không chờ trả lời ở “Link xác nhận”. Ý kiến không đồng ý của đơn vị vẫn có hiệu lực.',
    },
    { name: 'Lý do gỡ', type: 'multilineText', field: 'withdrawnReason' },
    {
      name: 'Mã hồ sơ',
      type: 'singleLineText',
      field: 'submissionCode',
      description:
        'Mã của đề cử mà bài được viết từ đó; trang tự ghi khi tạo bài nháp. Không hiện trên trang.',
    },
    ...statisticsColumns,
    {
      name: 'Tư liệu từ đề cử',
      type: 'multilineText',
      description:
        'Trang ghi một lần khi tạo bài nháp: ảnh, minh chứng của đề cử ở đâu. Không hiện trên trang.',
    },
    {
      name: 'Trên trang',
      type: 'singleSelect',
      choices: Object.values(storyStages),
      told: 'onSite',
      description: 'Trang tự ghi: bài đang ở đâu. Không sửa cột này.',
    },
    whyColumn,
    {
      name: 'Xem trước',
      type: 'url',
      told: 'preview',
      description:
        'Trang tự ghi: địa chỉ riêng để cán bộ, báo chí đọc bài trước giờ công bố. Có hạn, tự đổi mới. Không sửa cột này.',
    },
    {
      name: 'Link xác nhận',
      type: 'url',
      told: 'confirm',
      description:
        'Trang tự ghi: địa chỉ riêng gửi cho đơn vị được nêu để đồng ý hoặc góp ý. Có hạn, tự đổi mới. Không sửa cột này.',
    },
    {
      name: 'Đơn vị xác nhận',
      type: 'singleSelect',
      choices: Object.values(storyAnswers),
      told: 'answered',
      description: 'Trang tự ghi: trả lời mới nhất của đơn vị. Không sửa cột này.',
    },
    {
      name: 'Ý kiến của đơn vị',
      type: 'multilineText',
      told: 'unitWords',
      description: 'Trang tự ghi: mọi lần trả lời của đơn vị, mới nhất ở trên. Không sửa cột này.',
    },
    {
      name: 'Xác nhận lúc',
      type: 'dateTime',
      told: 'answeredAt',
      description: 'Trang tự ghi: lúc đơn vị trả lời lần cuối. Không sửa cột này.',
    },
    {
      name: 'Địa chỉ',
      type: 'url',
      told: 'address',
      description: 'Trang tự ghi: địa chỉ của bài, giữ mãi. Không sửa cột này.',
    },
    {
      name: 'Lên trang lúc',
      type: 'dateTime',
      told: 'liveAt',
      description: 'Trang tự ghi: lần đầu bài lên trang. Không sửa cột này.',
    },
  ],
});
