import { blankStory } from '../../gallery/blank-story.ts';
import type { Story } from '../../gallery/story.ts';

const model: Story = {
  ...blankStory,
  id: 'MH-0001',
  slug: 'mau-mo-hinh',
  kind: 'mo-hinh',
  name: 'Bản đồ số điểm ngập và cây xanh',
  summary: 'Người dân báo điểm ngập trên bản đồ; thời gian xử lý giảm từ 5 ngày xuống 2 ngày (giả định).',
  unitName: 'Phường minh họa B',
  criteriaGroup: 'co-quan',
  strands: ['ii-2', 'ii-5'],
  clauses: ['iii-1-1-1'],
  year: 2027,
  indicators: [
    { name: 'Thời gian xử lý một phản ánh (giả định)', before: '5', after: '2', unit: 'ngày' },
    { name: 'Tỷ lệ phản ánh được trả lời (giả định)', before: '61,5', after: '98', unit: '%' },
    { name: 'Điểm ngập có người theo dõi (giả định)', before: null, after: '43', unit: 'điểm' },
  ],
  contact: 'Người liên hệ minh họa, điện thoại 0000 000 000',
  documents: 1,
  corrections: [
    { day: '2027-02-12', text: 'Sửa tên khu phố (giả định).' },
    { day: '2027-03-01', text: 'Thời gian xử lý là 2 ngày, không phải 1 ngày (giả định).' },
  ],
  sample: true,
  publishedAt: '2027-02-01T02:00:00Z',
  changedAt: '2027-03-01T02:00:00Z',
};

const longModel: Story = {
  ...model,
  id: 'MH-0002',
  slug: 'mau-ten-dai',
  name: 'Tổ công nghệ số cộng đồng phối hợp với hội viên hướng dẫn người cao tuổi dùng dịch vụ công trực tuyến, thanh toán không dùng tiền mặt và phòng tránh lừa đảo qua mạng tại nhà văn hóa khu phố',
  unitName: 'Hội minh họa 02 (MTTQ, đoàn thể) phối hợp với Đơn vị minh họa 01',
  criteriaGroup: 'doan-the',
  strands: ['ii-1', 'ii-3', 'ii-4'],
};

const honoree: Story = {
  ...model,
  id: 'VD-0001',
  slug: 'mau-vinh-danh',
  kind: 'tap-the',
  name: 'Tập thể Phường minh họa C',
  summary: 'Đưa 1.234 hộ (giả định) lên hệ thống phản ánh hiện trường, trả lời trong một ngày.',
  unitName: 'Phường minh họa C',
  strands: ['ii-4'],
  occasion: 'so-ket-2027',
  awardForm: 'bang-khen-chu-tich-thanh-pho',
  decisionNumber: '00/QĐ-MINHHOA',
  decisionDate: '2027-12-01',
  decisionBody: 'Cơ quan minh họa',
  motivation: 'Đã đưa 1.234 hộ lên hệ thống phản ánh hiện trường (giả định).',
};

/** Invented stories: a model, one with a long name, and an honoree. */
export const sampleStories = { model, longModel, honoree } as const;
