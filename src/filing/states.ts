import { ended, ofUnit, states } from './state-list.ts';

/** A state of a submission. */
export type State = (typeof states)[number];

/** Id of the state in which every submission starts. */
export const firstState = states[0].id;

/** Id of the state in which staff have confirmed a report of a unit, such as an adoption. */
export const confirmedState = 'da-xac-nhan';

/** Whether a state waits for the unit that filed. */
export const waitsForUnit = (state: State): boolean => state.turn === ofUnit;

/** Whether a state ends the case. */
export const endsCase = (state: State): boolean => state.turn === ended;

/** Id of the state in which staff refuse a submission; staff owe the unit a reason. */
export const refusedState = 'khong-du-dieu-kien';

const over: readonly string[] = [
  'da-co-quyet-dinh',
  refusedState,
  'trung-lap',
  'da-tra-loi',
  'da-de-cu',
  'khong-chuyen',
];

/** Whether nothing is left to withdraw in this state, for another reason than a withdrawal. */
export const isOver = (state: string): boolean => over.includes(state);

/** Ids of the states of withdrawn submissions. */
export const withdrawnStates: readonly string[] = ['rut-de-cu', 'rut-phieu'];

const ofReports: readonly string[] = [confirmedState, 'rut-phieu'];
const ofFeedback: readonly string[] = ['da-tra-loi', 'rut-phieu'];
/** Id of the state in which staff ask the unit of a place to look at what someone pointed out there. */
export const passedOnState = 'chuyen-don-vi';

const ofTips: readonly string[] = [passedOnState, 'da-de-cu', 'khong-chuyen'];
const ofAll: readonly string[] = [
  firstState,
  'dang-kiem-tra',
  'yeu-cau-bo-sung',
  'da-bo-sung',
  'khong-du-dieu-kien',
  'trung-lap',
];

/** The states of a nomination, in the order in which staff choose. */
export const nominationStates = states.filter(
  ({ id }) => !ofReports.includes(id) && !ofFeedback.includes(id) && !ofTips.includes(id),
);

/** The states of a unit's reports (adoption, plan, yearly result), in the order in which staff choose. */
export const reportStates = states.filter(({ id }) => ofAll.includes(id) || ofReports.includes(id));

/** The states of a question or a difficulty, in the order in which staff choose. */
export const feedbackStates = states.filter(
  ({ id }) => (ofAll.includes(id) && id !== 'khong-du-dieu-kien') || ofFeedback.includes(id),
);

/** The states of what someone pointed out, in the order in which staff choose. Nobody is asked anything again: nobody is known. */
export const tipStates = states.filter(
  ({ id }) => [firstState, 'trung-lap', 'rut-phieu'].includes(id) || ofTips.includes(id),
);

/** The state that staff chose in Airtable; undefined when they renamed the option. */
export function stateOfOption(option: string): State | undefined {
  return states.find((state) => state.airtable === option);
}

/** The state with this id. Throws RangeError: ids come only from our own store. */
export function stateById(id: string): State {
  const found = states.find((state) => state.id === id);
  if (!found) throw new RangeError(`No state “${id}”.`);
  return found;
}
