import type { Choice, FieldView } from '../definitions/view.ts';
import { choiceAliases } from './choice-aliases.ts';
import { isNumberOf, readChoiceNumber } from './choice-number.ts';
import { type NumberedChoice, numbered, wordsOfChoice } from './choices.ts';
import { comparableWords, isSameWords, type Words } from './same-words.ts';

/** Longer than the longest name of a choice. */
const maxChoiceLetters = 300;

/** A choice with all its names. */
interface NamedChoice extends NumberedChoice {
  names: Words[];
}

const known = new WeakMap<FieldView, NamedChoice[]>();

function namedChoices(view: FieldView): NamedChoice[] {
  const named =
    known.get(view) ??
    numbered(view).map((each) => {
      const { choice } = each;
      const names = [choice.label, wordsOfChoice(choice), ...(choiceAliases[choice.value] ?? [])];
      return { ...each, names: names.map(comparableWords) };
    });
  known.set(view, named);
  return named;
}

/** “1 (Chưa)”, “1.4.2 – Đối tượng khác”: splits such a text into number and name. */
function apart(typed: string): { number: string; name: string } {
  const at = typed.search(/\p{L}/u);
  const number = typed
    .slice(0, at)
    .trim()
    .replace(/[\s\-–—:(]+$/, '');
  return { number, name: typed.slice(at) };
}

const maxNumberLetters = 20;

/** Whether a choice is the one that was typed. */
function teller(typed: string): (choice: NamedChoice) => boolean {
  const [words, number] = [comparableWords(typed), readChoiceNumber(typed)];
  const value = typed.toLowerCase().replace(/^[“"'(]|[”"').,;:]$/gu, '');
  const parts = /^\P{L}{1,20}\p{L}/u.test(typed) ? apart(typed) : undefined;
  const partNumber =
    parts && parts.number.length <= maxNumberLetters ? readChoiceNumber(parts.number) : undefined;
  const partName = comparableWords(parts?.name ?? '');
  return (each) =>
    each.choice.value === value ||
    each.names.some((name) => isSameWords(words, name)) ||
    (number !== undefined && isNumberOf(number, each)) ||
    (partNumber !== undefined &&
      isNumberOf(partNumber, each) &&
      each.names.some((name) => isSameWords(partName, name)));
}

/**
 * Finds the choice that the whole cell names: by name, number, both, or a listed alias. `group` limits the search to the choices
 * of one group. Undefined if no choice fits or more than one does: the code does not guess.
 */
export function findChoice(view: FieldView, cell: string, group?: string): Choice | undefined {
  // A cell may start with a list bullet.
  const typed = cell.trim().replace(/^[-–—•*+]\s+/, '');
  if (typed === '' || typed.length > maxChoiceLetters) return undefined;
  const offered = namedChoices(view).filter(({ choice }) => group === undefined || choice.when === group);
  const [found, ...others] = offered.filter(teller(typed));
  return others.length > 0 ? undefined : found?.choice;
}
