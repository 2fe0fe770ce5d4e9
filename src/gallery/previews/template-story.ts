import { blankStory } from '../blank-story.ts';
import type { Story } from '../story.ts';

/** A story with every part, which `/xem-truoc/` is built from. Nobody sees its texts: a function fills in those of a draft. */
export const templateStory: Story = {
  ...blankStory,
  id: 'VD-0000',
  slug: 'xem-truoc',
  kind: 'tap-the',
  name: 'Bản xem trước',
  summary: 'Bản xem trước.',
  body: 'Bản xem trước.',
  occasion: 'hang-nam',
  awardForm: 'giay-khen',
  decisionNumber: '…',
  decisionDate: '2026-06-24',
  decisionBody: '…',
  motivation: '…',
  indicators: [{ name: '…', before: '1', after: '2', unit: '…', later: { month: '2027-01', figure: '…' } }],
  contact: '…',
};
