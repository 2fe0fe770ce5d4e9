import { costBands } from '../../vocabulary/problems.ts';
import type { Story } from '../story.ts';

/** What it takes to do what a model did: each part with what the unit said of it, or null. Empty for honorees. */
export const doingTheSame = ({ kind, cost, costBand, duration, people, conditions }: Story) =>
  kind === 'mo-hinh'
    ? [
        { name: 'Chi phí', said: cost ?? costBands.find(({ id }) => id === costBand)?.name ?? null },
        { name: 'Thời gian', said: duration },
        { name: 'Nhân lực', said: people },
        { name: 'Điều kiện', said: conditions },
      ]
    : [];

/** Address of the draft of a plan to do the same, as a Word file. */
export const planDraftPath = (id: Story['id']): string => `/api/v1/lam-theo/${id}.docx`;
