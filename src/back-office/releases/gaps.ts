import { endedStates } from '../../filing/privacy/retention.ts';
import { decisionTable } from '../../gallery/award-decisions/table-name.ts';
import { lastAnswer } from '../../gallery/previews/server/answers.ts';
import { isPublished } from '../../gallery/stories/public.ts';
import { storyTable } from '../../gallery/stories/table-name.ts';

const quoted = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ');
const ended = quoted(endedStates);
const decided = quoted(['da-co-quyet-dinh', ...endedStates]);

/** What the next runs of the sync do by themselves: the release waits for it, and its row alone says so. */
export const passing = 'trang đang đưa vào đợt';

/** SQL: a decision, approved with all its drafts, and a line of its list. */
const approvedLines = `award_decisions d join award_lines l on l.decision = d.record_id and l.listed
    and d.release_key is not null and d.wanted and d.approved and d.notes is not null`;

const decisions = `
  select d.release_key as release, d.record_id, 'Quyết định ' || (d.said ->> 'number') as what, false as is_story,
    case when d.notes is null then 'chưa có danh sách đọc được: xem “Vì sao” của quyết định; không theo đợt này thì xóa tên đợt ở đó'
      when not d.wanted then 'chưa đánh dấu “Tạo bài nháp”' else 'chưa đánh dấu “Duyệt các bài”' end as why
  from award_decisions d
  where d.release_key is not null and (d.notes is null or not d.wanted or not d.approved)`;

const nominations = `
  select n.release, n.record_id, n.code, false,
    case when n.decision is null then 'chưa có quyết định: chọn “Trạng thái”, hoặc xóa tên đợt ở hàng'
      else 'đơn vị vừa gửi thêm hoặc rút: đọc hàng này rồi chọn lại “Trạng thái”' end
  from release_nominations n join submissions s using (code)
  where n.decided_at is null and (
    n.decision is null and (s.state not in (${decided})
      or exists (select from row_problems p where p.record_id = n.record_id and p.kind = 'state'))
    or n.decision is not null and exists (select from deliveries v where v.code = n.code and v.sets_state))`;

const stories = `
  select k.release, k.record_id, coalesce(k.id, 'Hàng chưa có mã'), true,
    case when b.wish in ('nhap', 'cho-xac-nhan', 'go-bo') then 'Chưa chọn “Công bố” ở “Trạng thái”. ' else '' end
      || 'Để lại thì chọn “Nháp” rồi xóa tên đợt ở hàng.'
  from release_stories k left join stories o on o.id = k.id and o.record_id = k.record_id
    left join base_rows b on b.record_id = k.record_id
  where not coalesce(${isPublished('o')}, false) and not coalesce(k.ready and o.state = 'hen-gio' and o.consent, false)`;

/** SQL: lines whose rows are not in the release yet. Whoever refused to be named is left out, and so is a row that staff took off. */
const lines = `
  select d.release_key, l.record_id, concat_ws(' · ', l.story_id, coalesce(nullif(l.said ->> 'name', ''), l.said ->> 'where')), false,
    case when l.said ->> 'kind' is null then 'chưa rõ là tập thể hay cá nhân, hoặc chưa có tên: sửa ở “Danh sách”'
      when l.written_at is null then coalesce(l.last_error, 'trang đang tạo bài')
      when b.gone_at is not null then 'bài đã bị xóa: khôi phục hàng, hoặc bỏ dòng khỏi “Danh sách”'
      when b.consent is not true and a.name is null
        then 'chưa có sự đồng ý: chờ trả lời, hoặc đánh dấu “Đồng ý công khai” khi đã có; để lại thì chọn “Gỡ bỏ” ở hàng'
      else '${passing}' end
  from ${approvedLines} left join base_rows b on b.record_id = l.record_id
    left join stories o on o.id = l.story_id and o.record_id = l.record_id
    left join ${lastAnswer('l.story_id')}
  where not exists (select from release_stories k where k.record_id = l.record_id)
    and not coalesce(${isPublished('o')}, false)
    and not (a.name is false and b.consent is not true)
    and not coalesce(b.gone_at is null and (b.wish = 'go-bo' or l.approved_at <= b.seen_at), false)`;

const nominationsOfLines = `
  select d.release_key, v.record_id, l.filing_code, false, '${passing}'
  from ${approvedLines} join submissions s on s.code = l.filing_code and s.state not in (${ended})
    left join deliveries v on v.code = s.code
    left join base_rows b on b.record_id = v.record_id
  where not exists (select from release_nominations n where n.code = l.filing_code)
    and not coalesce(l.decided_at <= b.seen_at, false)`;

/**
 * SQL: what keeps releases from being whole, a row each: `release` (key), `record_id` (null where there is none yet), `what` (code, of a
 * line also the name), `is_story`, `why` (in words for staff, with what to do). A nomination or story that names the release counts, and
 * each line of a decision that does. What else the rows of stories tell is left to `whyOfGap`, because it is wanted of few.
 */
export const releaseGaps = [decisions, nominations, stories, lines, nominationsOfLines].join(' union all ');

/** SQL: why a gap `each` is one: what the row of a story says is wrong, and what to do. */
export const whyOfGap = `concat_ws(' ', case when each.is_story then
    (select string_agg(problem, ' ' order by kind) from row_problems p where p.record_id = each.record_id) end, each.why)`;

/** SQL: a gap `each` in a line for staff, a story with its name. */
export const toldOfGap = `concat_ws(' · ', each.what, case when each.is_story then
    (select o.fields ->> 'name' from stories o where o.record_id = each.record_id) end) || ': ' || ${whyOfGap}`;

/** The table of nominations in the code. */
export const nominationTable = 'Đề cử';
/** Tables whose unread changes may hold a gap. */
export const tablesOfGaps = [nominationTable, storyTable, decisionTable];
