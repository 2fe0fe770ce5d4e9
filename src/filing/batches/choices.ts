import type { Choice, FieldView } from '../definitions/view.ts';

/** A choice as the table names it; `place` counts the choices of its group from 1. */
export interface NumberedChoice {
  choice: Choice;
  /** The number in the plan (`1.1`, `1.3.4`), else its place. */
  number: string;
  place: string;
}

function numberOf({ value, label }: Choice, place: string): string {
  const [, inPlan] = /^iii-(1(?:-\d+){2})$/.exec(value) ?? [];
  const [, inLabel] = /^(\d+(?:\.\d+)*)\.\s/.exec(label) ?? [];
  return inPlan?.replaceAll('-', '.') ?? inLabel ?? place;
}

/** The choices of a field with their numbers. */
export function numbered({ choices = [] }: FieldView): NumberedChoice[] {
  const places = new Map<string | undefined, number>();
  return choices.map((choice) => {
    const place = (places.get(choice.when) ?? 0) + 1;
    places.set(choice.when, place);
    return { choice, number: numberOf(choice, String(place)), place: String(place) };
  });
}

/** The words of a choice without its number. */
export const wordsOfChoice = ({ label }: Choice): string => label.replace(/^[\d.]+\s+/, '');
