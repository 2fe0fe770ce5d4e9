import { decisionProblems } from '../../gallery/award-decisions/server/decision-told.ts';
import { answerJoins, answerProblems } from '../../gallery/previews/server/answer-told.ts';
import { storyTable } from '../../gallery/stories/table-name.ts';
import { releaseJoins, releaseLists, releaseProblems } from '../releases/told.ts';

/** SQL: what stands before the statement that uses `saidJoins`. */
export const saidLists = `with ${releaseLists}`;

/** SQL: the joins for a row `b` of the base that `saidProblems` needs. */
export const saidJoins = `${answerJoins}
  left join award_decisions ad on ad.record_id = b.record_id
  ${releaseJoins}`;

/** SQL: what waits for a person in a row `b` and is noted nowhere, because it follows from what units answered and from other rows. */
export const saidProblems = `
  ${answerProblems},
  ${decisionProblems},
  ${releaseProblems},
  (select 'Bài ' || story_id || ' đã bị xóa ở bảng “Điển hình”. Muốn tạo lại, bỏ đánh dấu “Chọn làm điển hình” rồi đánh dấu lại.'
   from story_drafts t join base_rows o on o.record_id = t.record_id and o.gone_at is not null
   where t.code = b.code and t.chosen and t.written_at is not null and b.table_name <> '${storyTable}')`;
