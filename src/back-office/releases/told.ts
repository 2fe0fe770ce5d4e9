import { unreadableKey } from '../../filing/releases/hold.ts';
import { nominationStates } from '../../filing/states.ts';
import { isPublished } from '../../gallery/stories/public.ts';
import { passing, releaseGaps, toldOfGap } from './gaps.ts';

/** Most rows that the row of a release names as not ready; each says so itself, too. */
const mostGapsTold = 100;

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const time = (instant: string) => `to_char(${instant} at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY')`;
const nameOfState = (id: string) =>
  `case ${id} ${nominationStates.map((one) => `when ${text(one.id)} then ${text(one.airtable)}`).join(' ')} end`;

/** SQL: whether a row is of the release `r`. Where the row of the base is none, PostgreSQL does not look. */
const ofRelease = (key: string) => `r.key is not null and ${key} = r.key`;

/** SQL: the list that `releaseJoins` reads twice, for the head of a statement, behind `with`. */
export const releaseLists = `gaps as materialized (
    select g.*, r.name as of_release, r.confirmed and r.begun_at is null as holds from (${releaseGaps}) g
      left join releases r on r.key = g.release)`;

/**
 * SQL: the joins for a row `b` of the base that the other pieces need: `r`, the release that the row is, with what it holds as `rn`
 * (nominations), `rs` (stories), `rl` (a line for each) and `rg` (what is not ready); `m`, the release `mr` that the row names; and `mg`, why a release waits
 * for this row. The statement begins with `releaseLists`.
 */
export const releaseJoins = `
  left join releases r on r.record_id = b.record_id
  left join lateral (
    select count(*)::int as held, count(n.decided_at)::int as decided,
      count(*) filter (where n.decided_at is null and n.decision is null)::int as unprepared,
      count(*) filter (where n.decided_at is not null and l.sent_at is not null)::int as mailed,
      count(*) filter (where n.decided_at is not null and l.given_up_at is not null)::int as lost,
      count(*) filter (where n.decided_at is not null and l.code is not null and l.sent_at is null and l.given_up_at is null)::int as waiting
    from release_nominations n left join state_letters l on l.code = n.code
    where ${ofRelease('n.release')} group by n.release) rn on true
  left join lateral (
    select count(*)::int as held, count(h.id)::int as shown,
      count(*) filter (where not k.ready and not coalesce(${isPublished('o')}, false))::int as unready
    from release_stories k left join stories o on o.id = k.id and o.record_id = k.record_id
      left join shown_stories h on h.id = k.id and h.withdrawn_at is null and h.unserved_since is null
    where ${ofRelease('k.release')} group by k.release) rs on true
  left join lateral (
    select string_agg(line, E'\\n' order by line) as lines from (
      select n.code || ' · ' || coalesce(${nameOfState(`coalesce(n.decision ->> 'state', f.state)`)}, '') ||
          case when n.decided_at is null and n.decision is null then ' · chưa có quyết định' else '' end as line
        from release_nominations n join submissions f using (code) where ${ofRelease('n.release')}
      union all
      select coalesce(k.id, 'Hàng chưa có mã') || coalesce(' · ' || (o.fields ->> 'name'), '') ||
          case when k.ready or coalesce(${isPublished('o')}, false) then '' else ' · chưa sẵn sàng' end
        from release_stories k left join stories o on o.id = k.id and o.record_id = k.record_id
        where ${ofRelease('k.release')}) each) rl on true
  left join lateral (
    select count(*)::int as lacking,
      string_agg(case when at <= ${mostGapsTold} then '– ' || ${toldOfGap} end, E'\\n' order by at) as lines
    from (select *, row_number() over (order by what) as at from gaps g where ${ofRelease('g.release')}) each) rg on r.begun_at is null
  left join (
    select record_id, release, decision is not null as waits from release_nominations where decided_at is null
    union all select record_id, release, ready from release_stories) m on m.record_id = b.record_id
  left join releases mr on mr.key = m.release
  left join (
    select record_id, max(of_release) as name, string_agg(distinct why, ' ') as why
    from gaps where holds and why <> ${text(passing)} group by record_id) mg on mg.record_id = b.record_id`;

/** SQL: pairs of what staff read in the row of a release. */
export const releaseCells = `
  'stage', case when r.record_id is null then null
    when r.done_at is not null then 'Đã công bố lúc ' || ${time('r.begun_at')}
    when r.begun_at is not null then 'Đang công bố'
    when r.confirmed and r.release_at <= now() and rg.lacking > 0 and not r.may_be_incomplete
      then 'Đã đến giờ nhưng chưa đủ nên chưa công bố'
    when r.confirmed and r.release_at is null then 'Đã chốt nhưng chưa có giờ nên chưa công bố'
    when r.confirmed then 'Chờ đến ' || ${time('r.release_at')}
    else 'Đang soạn' end,
  'holds', case when r.record_id is not null
    then concat_ws(E'\\n', coalesce(rn.held, 0) || ' đề cử, ' || coalesce(rs.held, 0) || ' bài', rl.lines) end,
  'decidedCount', rn.decided || '/' || rn.held || ' đề cử',
  'toldCount', nullif(concat_ws(', ', rn.decided || '/' || rn.held || ' ở trang tra cứu',
    case when rn.mailed > 0 then rn.mailed || ' bằng thư' end,
    case when rn.waiting > 0 then rn.waiting || ' thư chờ gửi' end,
    case when rn.lost > 0 then rn.lost || ' thư không gửi được' end), ''),
  'shownCount', rs.shown || '/' || rs.held || ' bài'`;

/** SQL: what keeps a release, or a row that names one, in words for staff. */
export const releaseProblems = `
  case when r.record_id is not null and r.confirmed and rn.held is null and rs.held is null
    then 'Chưa có hàng nào ghi tên đợt này ở cột “Đợt công bố”, nên đến giờ cũng chưa có gì để công bố.' end,
  case when rg.lacking > 0 then rg.lacking || ' hàng của đợt chưa sẵn sàng' ||
    case when r.may_be_incomplete then '; đến giờ, các hàng khác vẫn lên vì đã đánh dấu “Công bố cả khi chưa đủ”:'
      else ', nên cả đợt chờ. Sửa từng hàng, hoặc đưa hàng ra khỏi đợt; muốn đến giờ vẫn lên thì đánh dấu “Công bố cả khi chưa đủ”:' end
    || E'\\n' || rg.lines || case when rg.lacking > ${mostGapsTold} then E'\\n… và ' || (rg.lacking - ${mostGapsTold}) || ' hàng nữa.' else '' end end,
  case when r.begun_at is not null and rn.unprepared > 0 then rn.unprepared || ' đề cử của đợt chưa có quyết định: chọn “Trạng thái” ở các hàng đó.' end,
  case when r.begun_at is not null and rs.unready > 0 then rs.unready || ' bài của đợt chưa lên được; xem “Vì sao” ở các hàng đó. Sửa xong thì bài lên ngay.' end,
  case when mg.why is not null then 'Đợt “' || mg.name || '” chờ hàng này: ' || mg.why end,
  case when rn.lost > 0 then rn.lost || ' thư của đợt không gửi được; báo các đơn vị đó bằng cách khác.' end,
  case when m.release = '' and m.waits then 'Cột “Đợt công bố”: đã bị xóa khi hàng còn chờ đợt, nên hàng chờ tiếp và chưa ai được báo. Ghi tên một đợt; muốn công bố ngay thì ghi tên một đợt đã công bố.' end,
  case when m.release = ${text(unreadableKey)} then 'Trang không đọc được cột “Đợt công bố” nên không biết hàng này có thuộc đợt nào; chưa ai được báo. Khôi phục cột; nếu bảng chưa có cột này, chạy “npm run base”.' end,
  case when m.release not in ('', ${text(unreadableKey)}) and mr.key is null then 'Cột “Đợt công bố”: bảng “Đợt công bố” không có đợt nào tên như vậy, nên hàng này chờ và chưa ai được báo. Chép đúng tên đợt, hoặc thêm hàng cho đợt đó.' end`;

/** SQL: whether a row waits for a release that staff have confirmed. */
export const waitsForRelease =
  'mr.confirmed and mr.release_at is not null and mr.begun_at is null and m.waits';
