import { unitSearch } from '../search/find-units.ts';
import { fold } from '../search/fold.ts';
import type { Choice, FieldView } from '../schemas/forms/view.ts';

/** A choice as the table names it; `place` counts the choices of its group from 1. */
interface NumberedChoice {
  choice: Choice;
  /** The number in the plan (`1.1`, `1.3.4`), else its place. */
  number: string;
  place: string;
}

/** “III.1.3.4”, “1,1” and “3.” → as the lists write them. */
const plainNumber = (typed: string): string =>
  fold(typed.trim())
    .replace(/^(muc\s*)?i+\s*[.,-]?\s*(?=\d)/, '')
    .replace(/\s/g, '')
    .replaceAll(',', '.')
    .replace(/\.$/, '');

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

const key = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();

/** How a field finds the choice that a person means; `group` when only choices of one group can be meant. */
type Find = (typed: string, group?: string) => Choice | undefined;

function finderOf(view: FieldView): Find {
  const all = numbered(view);
  const search = unitSearch(all.map(({ choice }) => ({ code: choice.value, name: wordsOfChoice(choice) })));
  return (typed, group) => {
    const offered = group === undefined ? all : all.filter(({ choice }) => choice.when === group);
    const [number, words] = [plainNumber(typed), key(typed)];
    const exact = offered.find(
      ({ choice }) =>
        choice.value === typed.trim() ||
        [choice.label, wordsOfChoice(choice)].some((name) => key(name) === words),
    );
    const byNumber =
      offered.find((each) => each.number === number) ?? offered.find(({ place }) => place === number);
    if (exact ?? byNumber) return (exact ?? byNumber)?.choice;
    // A number alone names nothing else.
    if (!/\p{L}{2}/u.test(typed)) return undefined;
    const found = search(typed).filter(({ code }) => offered.some(({ choice }) => choice.value === code));
    return found.length === 1
      ? offered.find(({ choice }) => choice.value === found[0]?.code)?.choice
      : undefined;
  };
}

/** The longest name of a choice is shorter. */
const maxChoiceLetters = 300;

const finders = new WeakMap<FieldView, Find>();

/**
 * The choice that a cell means: by its number, its name with or without tones, an abbreviation, or its first words where no
 * other choice has them.
 */
export function findChoice(view: FieldView, typed: string, group?: string): Choice | undefined {
  if (typed.length > maxChoiceLetters) return undefined;
  const find = finders.get(view) ?? finderOf(view);
  finders.set(view, find);
  return find(typed, group);
}
