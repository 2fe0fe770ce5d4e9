import type { World } from '../world.ts';

/** A fault of the service or a slip of staff. After `play`, everything is as it was; what did not hold is in `world.faults`. */
export interface SeasonFault {
  name: string;
  play: (world: World) => Promise<void>;
}

/** Tables of the base. */
export const [stories, nominations] = ['Điển hình', 'Đề cử'] as const;
