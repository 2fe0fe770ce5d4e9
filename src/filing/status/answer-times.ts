import { z } from 'zod';
import data from '../../../content/answer-times.json' with { type: 'json' };

/** The states in which a submission waits for somebody. */
const waitingStates = [
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

/** What the owner announced, in content/answer-times.json. */
export const answerTimes: AnswerTimes = answerTimesSchema.parse(data).workingDays;
