import type { Sources } from '../../../../src/gallery/open-data/data-set.ts';
import type { Story } from '../../../../src/gallery/story.ts';
import { findClause, flatten } from '../../../../src/plan/outline.ts';
import { coverage, owingUnits } from '../../../../src/progress/coverage/coverage.ts';
import { standingsOf } from '../../../../src/progress/coverage/standings.ts';
import { confirmedSchema } from '../../../../src/progress/filing.ts';
import { inventedStory } from '../../../fixtures/story.ts';
import { clausesOfPlan } from '../../plan/plan-files.ts';

/** An invented model of which everything is known. */
export const fullStory: Story = {
  ...inventedStory,
  id: 'MH-0007',
  slug: 'kho-lanh-dung-chung',
  kind: 'mo-hinh',
  name: 'Kho lạnh dùng chung, "mở"',
  body: '## Kết quả\n\nTiết kiệm 1.240 kWh.\n',
  motivation: 'Giảm lượng nước dùng',
  indicators: [
    { name: 'Nước', before: '1.240', after: '655', unit: 'm³' },
    { name: 'Hồ sơ trực tuyến', before: '34%', after: '71%', unit: null },
    { name: 'Chi phí', before: null, after: '-5', unit: 'triệu đồng' },
  ],
  contact: 'Ông A, 0900',
  cost: '120 triệu đồng',
  duration: 'Ba tháng',
  people: 'Hai người',
  conditions: 'Điện ba pha',
  corrections: [{ day: '2026-10-02', text: 'Sửa số nước, từ 650 thành 655' }],
  photo: {
    attachment: 'att1',
    digest: 'a'.repeat(64),
    width: 1200,
    height: 800,
    original: null,
    alt: 'Kho',
    caption: null,
    credit: 'Minh',
  },
};

/** A plan with criteria that staff confirmed, and a report of 2026. */
const filings = [
  { form: 'ke-hoach-don-vi', plan: null, hasCriteria: true, unitName: null, filedOn: '2026-06-20' },
  { form: 'bao-cao-nam', year: 2026, unitName: null, filedOn: null },
].map((shown, at) =>
  confirmedSchema.parse({
    id: `rec${at}`,
    confirmedOn: '2026-12-20',
    sample: false,
    place: null,
    shown: { ...shown, unitCode: owingUnits[0]?.code },
  }),
);

/** Two invented stories, one adoption, where the units stand, and the whole plan. */
export const inventedSources: Sources = {
  stories: [fullStory, inventedStory],
  adoptions: [
    {
      id: 'rec1',
      mark: 'ap-dung-00000001',
      model: 'MH-0007',
      unitCode: null,
      unitName: 'Đơn vị minh họa 02',
      since: '2026-08',
      result: 'Chạy tốt\nhai tháng',
      changed: null,
      indicators: [{ name: 'Điện', before: '10', after: '8', unit: 'kWh' }],
      documents: 0,
      sample: true,
    },
  ],
  withdrawn: [
    {
      id: 'VD-0099',
      reason: 'Theo đề nghị',
      withdrawnAt: new Date('2026-10-05T00:00:00Z'),
      isPostponed: false,
    },
  ],
  standings: standingsOf(coverage(filings, '2027-02-01')),
  clauses: flatten(clausesOfPlan).flatMap(({ id }) => findClause(clausesOfPlan, id) ?? []),
  origin: new URL('https://example.gov.vn'),
};
