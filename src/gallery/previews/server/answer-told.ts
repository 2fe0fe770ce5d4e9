import { storyAnswers } from '../../story.ts';
import { askedFields, lastAnswer, waitsForAnswer } from './answers.ts';

const day = (instant: string) => `to_char(${instant} at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY')`;

const part = (what: string, column: string) =>
  `case ${column} when true then '${what}: đồng ý' when false then '${what}: không đồng ý' end`;

/** SQL: the joins for a row `b` of stories that the other pieces need. */
export const answerJoins = `left join story_previews p on p.record_id = b.record_id and p.withdrawn_at is null
  left join ${lastAnswer('p.id')}`;

/** SQL: pairs of what staff read of the answers of a unit in its row. Its words stay as they were given. */
export const answerCells = `
  'links', case when p.id is not null and not coalesce(sh.id is not null and sh.withdrawn_at is null, false)
    then floor(extract(epoch from p.links_until) * 1000)::text end,
  'answered', case when a.id is null then null when not a.name then '${storyAnswers.refuses}'
    when a.photo is false or a.contact is false or a.words <> '' then '${storyAnswers.remarks}' else '${storyAnswers.agrees}' end,
  'unitWords', case when a.id is not null then (select string_agg(concat_ws(' · ', ${day('o.answered_at')}, ${part('Công bố', 'o.name')},
      ${part('Ảnh', 'o.photo')}, ${part('Liên hệ', 'o.contact')}, nullif(o.words, '')), E'\\n' order by o.answered_at desc)
    from story_answers o where o.id = p.id) end,
  'answeredAt', to_char(a.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** SQL: what an answer, or its absence, holds back, in words for staff. */
export const answerProblems = `
  case when a.name is false then 'Đơn vị không đồng ý công bố (' || ${day('a.answered_at')} || '), nên bài không được hiện. Trao đổi với đơn vị; đơn vị đổi ý thì trả lời lại ở “Link xác nhận”.' end,
  case when a.photo is false then 'Cột “Ảnh”: đơn vị không đồng ý, nên ảnh không hiện.' end,
  case when a.contact is false then 'Cột “Liên hệ công khai”: đơn vị không đồng ý, nên liên hệ không hiện.' end,
  case when not p.on_paper and a.seen is not null and a.seen <> md5(${askedFields('p.fields')}::text) and a.answered_at < p.changed_at
      and not (p.changed_at < now() - interval '7 days' and exists (select from shown_stories h where h.id = p.id and h.withdrawn_at is null))
    then 'Nội dung đã đổi sau khi đơn vị trả lời (' || ${day('a.answered_at')} || '). Đổi điều quan trọng thì gửi đơn vị “Link xác nhận” lần nữa. Đổi nhỏ thì không phải làm gì: câu này không giữ bài lại, và tự mất bảy ngày sau khi bài lên trang.' end,
  case when p.state in ('cong-bo', 'hen-gio') and ${waitsForAnswer} then 'Đơn vị được hỏi từ ' || ${day('p.asked_at')} || ' và chưa trả lời, nên bài còn chờ. Đã có văn bản đồng ý thì đánh dấu “Đã đồng ý bằng văn bản”.' end`;
