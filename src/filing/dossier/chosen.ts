import type { z } from 'zod';
import { viewOf } from '../definitions/view.ts';

/** The words of a choice, as the form shows them; undefined if nothing was chosen. */
export function chosen(field: z.ZodType, value: string | undefined): string | undefined {
  return viewOf(field).choices?.find((choice) => choice.value === value)?.label;
}
