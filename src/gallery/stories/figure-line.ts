import type { Story } from '../story.ts';
import { changeInWords } from './change.ts';

/** An indicator in one line: “Nước: 1.240 → 655 m³ (giảm 47,2%)”. */
export function figureLine({ name, before, after, unit }: Story['indicators'][number]): string {
  const change = changeInWords({ before, after, unit });
  const figures = `${before ?? 'chưa nêu'} → ${after ?? 'chưa nêu'}${unit ? ` ${unit}` : ''}`;
  return `${name}: ${figures}${change ? ` (${change})` : ''}`;
}
