const lines = 'award_lines w where w.decision = b.record_id and w.listed';
const count = (where: string) => `(select count(*) from ${lines} and ${where})`;

/** SQL: one sentence about the list of a decision and its drafts, for a row `b` of decisions joined as `ad`; null for other rows. */
export const decisionSummary = `case when ad.notes is null then null else concat_ws(' ',
  ${count('true')} || ' dòng: ' || ${count(`w.said ->> 'kind' = 'tap-the'`)} || ' tập thể, '
    || ${count(`w.said ->> 'kind' = 'ca-nhan'`)} || ' cá nhân'
    || case when ${count(`w.said ->> 'kind' = 'mo-hinh'`)} > 0 then ', ' || ${count(`w.said ->> 'kind' = 'mo-hinh'`)} || ' mô hình' else '' end
    || case when ${count(`w.said ->> 'kind' is null`)} > 0 then ', ' || ${count(`w.said ->> 'kind' is null`)} || ' chưa rõ loại' else '' end || '.',
  ${count('w.filing_code is not null')} || ' dòng nối với đề cử.',
  case when ${count(`jsonb_array_length(w.said -> 'doubts') > 0`)} > 0
    then ${count(`jsonb_array_length(w.said -> 'doubts') > 0`)} || ' dòng cần xem.' end,
  ${count('w.written_at is not null')} || ' bài đã có ở “Điển hình”.') end`;

/** SQL: what keeps lines of a decision from having a draft, in words for staff. */
export const decisionProblems = `
  case when ad.wanted and ad.notes is not null and ${count(`w.said ->> 'kind' is null`)} > 0
    then 'Cột “Danh sách”: ' || ${count(`w.said ->> 'kind' is null`)} || ' dòng chưa có bài vì chưa rõ là tập thể hay cá nhân, hoặc chưa có tên. Xem “Trang kiểm tra”.' end,
  case when ad.record_id is not null then
    (select 'Có dòng chưa tạo được bài: ' || string_agg(distinct w.last_error, ' ') from ${lines} and w.last_error is not null and w.written_at is null) end,
  case when ad.record_id is not null and (select count(*) from award_lines w where w.decision = b.record_id and not w.listed and w.written_at is not null) > 0
    then 'Danh sách không còn ' || (select string_agg(w.story_id, ', ' order by w.story_id) from award_lines w
      where w.decision = b.record_id and not w.listed and w.written_at is not null)
      || ' mà bài vẫn ở bảng “Điển hình”. Xóa bài nếu đúng là bỏ.' end`;
