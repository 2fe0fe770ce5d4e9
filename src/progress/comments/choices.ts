import type { Choice } from '../../filing/definitions/view.ts';
import { type CommentCase, standingOf } from '../../vocabulary/comment-cases.ts';

/** The lists that a person can comment on now. */
export const casesToChoose = (cases: readonly CommentCase[], now: Date): Choice[] =>
  cases
    .filter((one) => standingOf(one, now) === 'open')
    .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
