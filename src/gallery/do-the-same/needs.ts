import { costBands } from '../../vocabulary/problems.ts';
import type { Story } from '../story.ts';

/** The parts of a story that say what it takes. */
type Needs = Pick<Story, 'kind' | 'cost' | 'costBand' | 'duration' | 'people' | 'conditions'>;

/** What it takes to do what a model did: each part with what the unit said of it, or null. Empty for honorees. */
export const doingTheSame = ({ kind, cost, costBand, duration, people, conditions }: Needs) =>
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

/** Addresses of the other Word files of a model; `unit` is the code or the name of the adopting unit that confirms. */
export const modelPaperPath = (
  id: Story['id'],
  paper: 'mot-to' | 'pham-vi' | 'xac-nhan',
  unit?: string,
): string =>
  `/api/v1/lam-theo/${id}-${paper}.docx${unit === undefined ? '' : `?don-vi=${encodeURIComponent(unit)}`}`;
