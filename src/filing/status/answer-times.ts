import { z } from 'zod';
import data from '../../../content/answer-times.json' with { type: 'json' };
import { ownerValue } from '../../vocabulary/owner-settings.ts';

/** The states in which a submission waits for somebody. */
export const waitingStates = [
  'moi-tiep-nhan',
  'dang-kiem-tra',
  'yeu-cau-bo-sung',
  'da-bo-sung',
  'du-dieu-kien',
  'dang-tham-dinh',
  'trinh-hoi-dong',
] as const;

const answerTimesSchema = z.strictObject({
  source: z.string(),
  /** Counted from the day after the submission reached the state; null until the owner decides. */
  workingDays: z.record(z.enum(waitingStates), z.number().int().min(1).max(250).nullable()),
});

/** State → working days within which a waiting submission moves on. A state that is missing here waits for nobody. */
export type AnswerTimes = Readonly<Partial<Record<string, number | null>>>;

const timesOfFile = answerTimesSchema.parse(data).workingDays;

/** Key of the row of `Cài đặt` that sets the time of a state. */
export const answerTimeKey = (state: string): string => `thoi-han.${state}`;

/** What the owner announced: rows of `Cài đặt` and, for states without a row, content/answer-times.json. */
export const answerTimes = (): AnswerTimes =>
  Object.fromEntries(
    waitingStates.map((state) => {
      const row = ownerValue(answerTimeKey(state));
      return [state, row === undefined ? timesOfFile[state] : Number(row)];
    }),
  );
