import type { FieldView } from '../../definitions/view.ts';

/** When a field matters, for `data-show-when`: `unitCode=khac|doanh-nghiep`. */
export function showWhen({ onlyWhen }: FieldView): string | undefined {
  return onlyWhen && `${onlyWhen.field}=${onlyWhen.is.join('|')}`;
}
