import { feedbackStates, nominationStates, reportStates, tipStates } from '../../filing/states.ts';

const names = new Map(
  [...nominationStates, ...reportStates, ...feedbackStates, ...tipStates].map(({ id, airtable }) => [
    id,
    airtable,
  ]),
);
const nameOfState = `case sl.state ${[...names].map(([id, name]) => `when '${id}' then '“${name}”'`).join(' ')} else sl.state end`;
const time = (instant: string) => `to_char(${instant} at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY')`;

/** SQL: the joins for a submission `d` of a row that the other piece needs. */
export const letterJoins = `left join state_letters sl on sl.code = d.code left join story_letters yl on yl.code = d.code
    left join unit_letters ul on ul.code = d.code`;

const outcome = (letter: string, what: string) => `case
  when ${letter}.code is null then null
  when ${letter}.sent_at is not null then 'Đã gửi thư ' || ${what} || ' lúc ' || ${time(`${letter}.sent_at`)} || '.'
  when ${letter}.given_up_at is not null then 'Thư ' || ${what} || ' không gửi được; báo đơn vị bằng cách khác.'
  else 'Thư ' || ${what} || ' chờ gửi.' end`;

/** SQL: which letters went to the unit of a row, and which could not. No address is told. */
export const letterCells = `
  'letters', nullif(concat_ws(E'\\n',
    case when d.code is not null and m.waits then 'Quyết định chờ đợt công bố; đơn vị chưa được báo.' end,
    ${outcome('ul', `'nhờ đơn vị nơi đó xem'`)},
    ${outcome('yl', `'báo bài đã lên trang'`)},
    ${outcome('sl', nameOfState)}), '')`;
