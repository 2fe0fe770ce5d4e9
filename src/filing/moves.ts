import { endsCase, type State, stateById } from './states.ts';

/**
 * Where a closed case may go on: each state that ends one, with the states in which staff open it again or correct it. An open case
 * may go anywhere: staff skip steps.
 */
const openedAgain: Readonly<Record<string, readonly string[]>> = {
  'da-co-quyet-dinh': ['trinh-hoi-dong', 'dang-tham-dinh'],
  'khong-du-dieu-kien': ['dang-kiem-tra', 'yeu-cau-bo-sung', 'du-dieu-kien', 'dang-tham-dinh'],
  'rut-de-cu': ['dang-kiem-tra'],
  'trung-lap': ['dang-kiem-tra', 'moi-tiep-nhan'],
  'da-xac-nhan': ['dang-kiem-tra', 'yeu-cau-bo-sung', 'rut-phieu'],
  'da-tra-loi': ['dang-kiem-tra', 'rut-phieu'],
  'rut-phieu': ['dang-kiem-tra', 'moi-tiep-nhan'],
  'da-de-cu': ['chuyen-don-vi'],
  'khong-chuyen': ['moi-tiep-nhan', 'chuyen-don-vi'],
};

/** Whether staff may move a submission from the state with the id `from`. */
export const mayMove = (from: string, to: State): boolean =>
  from === to.id || !endsCase(stateById(from)) || (openedAgain[from] ?? []).includes(to.id);

const quoted = (ids: readonly string[]) => ids.map((id) => `“${stateById(id).airtable}”`).join(' hoặc ');

/** Why a move is refused, in words for staff, with what to choose instead. `column`: what they call the column of states. */
export const refusedMove = (from: string, to: State, column: string): string =>
  `Cột “${column}”: phiếu đã kết thúc ở “${stateById(from).airtable}”, không chuyển thẳng sang “${to.airtable}” được, nên đơn vị chưa thấy gì thay đổi. Chọn lại “${stateById(from).airtable}”; muốn mở lại phiếu thì chọn ${quoted(openedAgain[from] ?? [])} trước.`;
