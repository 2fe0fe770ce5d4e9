import { decisionSummary } from '../../gallery/award-decisions/server/decision-told.ts';
import { answerCells } from '../../gallery/previews/server/answer-told.ts';
import { isPublished } from '../../gallery/stories/public.ts';
import { isServed } from '../../gallery/stories/server/publication-log.ts';
import { storyStages } from '../../gallery/story.ts';
import { releaseCells, waitsForRelease } from '../releases/told.ts';
import { closedCells } from '../statistics/close-years.ts';
import { reviewCells } from './hide-notes.ts';
import { letterCells, letterJoins } from './letters-told.ts';
import { saidJoins, saidLists, saidProblems } from './said-problems.ts';

/** What is told in a row; see `Told` of the back office. */
export type Told = Readonly<
  Partial<
    Record<
      | 'onSite'
      | 'why'
      | 'address'
      | 'liveAt'
      | 'story'
      | 'preview'
      | 'confirm'
      | 'answered'
      | 'unitWords'
      | 'answeredAt'
      | 'summary'
      | 'page'
      | 'stage'
      | 'holds'
      | 'decidedCount'
      | 'toldCount'
      | 'shownCount'
      | 'letters'
      | 'reviews',
      string
    >
  >
>;

/** What is kept of what was told: `links` and `pageUntil` are expiry times; the private links are made when the row is written. */
export type WantedCells = Told & { links?: string; pageUntil?: string };

const isPublic = isPublished('s');
/** The public sees it: a build with it is served, and its address does not answer 410. The column may not be there yet. */
const isShown = `sh.id is not null and ${isServed('sh')} and not coalesce((to_jsonb(sh) ->> 'answers_gone')::boolean, false)`;
/** It was on the site once: its address leads to it, or says why it is gone. */
const wasShown = 'sh.id is not null and (sh.withdrawn_at is not null or sh.unserved_since is null)';

/** SQL: the stories that came from a nomination, each with its address where it is public. */
const storiesOf = (code: string) => `(
  select r.code as id, shown.slug from base_rows r
    left join stories own on own.record_id = r.record_id
    left join shown_stories shown on shown.id = own.id and shown.withdrawn_at is null and shown.unserved_since is null
  where r.filing_code = ${code} and r.gone_at is null and b.table_name <> $1) o`;

/** SQL: what the rows should say, as jsonb, beside what they say; `b` is the row. `$1` is the table of stories, `$2` the address of the site. */
export const wantedCells = `
  ${saidLists}
  select b.record_id, b.table_name, b.code, b.told as written, jsonb_strip_nulls(jsonb_build_object(
    'onSite', case
      when b.table_name <> $1 then null
      when ${isShown} then '${storyStages.live}'
      when t.id is not null or s.state = 'go-bo' or (s.id is null and b.wish = 'go-bo') then '${storyStages.withdrawn}'
      when s.state = 'cong-bo' and s.consent and s.published_at > now() or s.state = 'hen-gio' and ${waitsForRelease} then '${storyStages.waiting}'
      when s.state in ('nhap', 'cho-xac-nhan') or (s.id is null and b.wish in ('nhap', 'cho-xac-nhan')) then '${storyStages.draft}'
      else '${storyStages.notLive}' end,
    'address', case when ${wasShown} then $2 || '/dien-hinh/' || sh.slug || '/'
      else coalesce((select $2 || '/dien-hinh/' || o.slug || '/' from ${storiesOf('b.code')} where o.slug is not null limit 1),
        (select $2 || '/hoi-dap/#' || q.id from public_answers q where q.record_id = b.record_id),
        $2 || ct.path, ${closedCells.address}) end,
    'story', case when b.table_name <> $1 then (select string_agg(o.id, ', ' order by o.id) from ${storiesOf('b.code')}) end,
    ${answerCells},
    'summary', coalesce(${decisionSummary}, ct.summary, ${closedCells.summary}),
    'pageUntil', floor(extract(epoch from coalesce(ad.links_until, sy.links_until, r.links_until)) * 1000)::text,
    ${releaseCells},
    ${letterCells},
    ${reviewCells},
    'liveAt', to_char(coalesce(r.done_at, case when ${wasShown} then sh.first_shown_at end) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'why', nullif(concat_ws(E'\\n',
      case when l.id is not null or kept.record_id is not null then 'Thay đổi ở hàng này chưa có tác dụng: trang đang giữ nhiều hàng cùng lúc. Xem bảng “Vận hành”.' end,
      case when t.id is not null then 'Bài đã bị gỡ khẩn cấp: ' || t.reason || ' Chỉ người vận hành trang đưa lên lại được.' end,
      case when s.id is not null and not (${isPublic}) and ${isShown} then 'Trang đang dựng lại để bài này không còn hiện.' end,
      case when ${isPublic} and not coalesce(${isShown}, false) then 'Trang đang dựng lại; bài hiện sau ít phút.' end,
      case when d.record_id is not null or s.id is not null then
        (select 'Có hàng khác mang cùng mã; trang chỉ theo hàng này. Xóa hàng thừa.' from base_rows o
         where o.table_name = b.table_name and o.code = b.code and o.record_id <> b.record_id and o.gone_at is null limit 1) end,
      ${saidProblems},
      (select string_agg(problem, E'\\n' order by kind desc) from row_problems p where p.record_id = b.record_id
        and not (p.kind = 'award' and ${isShown}))), '')
  )) as told
  from base_rows b
    left join stories s on s.record_id = b.record_id and b.table_name = $1
    left join shown_stories sh on sh.id = s.id
    ${saidJoins}
    left join statistics_years sy on sy.record_id = b.record_id
    left join year_closings yc on yc.year = sy.year
    left join comment_rows ct on ct.record_id = b.record_id
    left join takedowns t on t.id = coalesce(s.id, b.code) and b.table_name = $1
    left join story_losses l on l.id = s.id and l.held
    left join row_losses kept on kept.record_id = b.record_id and kept.held
    left join deliveries d on d.record_id = b.record_id and b.table_name <> $1
    ${letterJoins}
  where b.gone_at is null`;
