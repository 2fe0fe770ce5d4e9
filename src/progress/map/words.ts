import { shortDay } from '../coverage/words.ts';
import { type ClauseProgress, isFollowed } from './plan-map.ts';

/** What is there of a clause, in words; the parts that are not are left out, and nothing at all is “chưa có”. */
export function said(clause: ClauseProgress): string {
  if (!isFollowed(clause)) return '–';
  const { stories, adoptions, duty, lastOn } = clause;
  const done = duty ? `${duty.done}/${duty.of} ${duty.what}` : '';
  const there = [
    stories ? `${stories} điển hình` : '',
    adoptions ? `${adoptions} nơi áp dụng` : '',
    lastOn ? `mới nhất ${shortDay(lastOn)}` : '',
  ];
  if (!there.some(Boolean) && !duty?.done) return `chưa có${duty ? ` (${done})` : ''}`;
  return there
    .toSpliced(2, 0, done)
    .filter((part) => part !== '')
    .join(' · ');
}
