import { normalize } from '../../vietnamese/compose.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { NumberedChoice } from './choices.ts';

/** “III.1.3.4”, “(1.1)”, “Nội dung 3”, “02.”: the kind of thing numbered (optional), the section of the plan, the figures. */
const written =
  /^[([]?\s*(?:(muc|so|noi dung|tieu chi|nhom|nhom tieu chi)\s+)?(?:(i{1,3})\s*[.,-]?\s*)?(\d{1,2}(?:(?:\s?[.-]\s?|,)\d{1,2}){0,3})\s*[.)\],:;]*$/;

const maxNumberLetters = 40;

/** The number of a choice as typed. */
export interface TypedNumber {
  /** The word before the number, such as “Tiêu chí”. */
  said: string | undefined;
  section: string | undefined;
  figures: string;
  /** True for a dash between two figures, which may mean a range. */
  isDashed: boolean;
}

/** Reads a text as a number; undefined if the text is none. */
export function readChoiceNumber(typed: string): TypedNumber | undefined {
  if (typed.length > maxNumberLetters) return undefined;
  const [, said, section, figures] = written.exec(fold(normalize(typed, 'NFKC').trim())) ?? [];
  if (!figures) return undefined;
  const plain = figures
    .replace(/\s/g, '')
    .replace(/[,-]/g, '.')
    .replace(/^0(?=\d$)/, '');
  return { said, section, figures: plain, isDashed: figures.includes('-') };
}

/** How the plan numbers a choice: the name and the section. */
function inPlan({ choice }: NumberedChoice): { kind: string; section: string } | undefined {
  if (/^ii-\d$/.test(choice.value)) return { kind: 'noi dung', section: 'ii' };
  if (/^iii(-\d+){3}$/.test(choice.value)) return { kind: 'tieu chi', section: 'iii' };
  return /^1\.\d+\. /.test(choice.label) ? { kind: 'nhom', section: 'iii' } : undefined;
}

/** Whether a number means a choice: by the plan, by the choice's name, or by its place in its group. */
export function isNumberOf(
  { said, section, figures, isDashed }: TypedNumber,
  numbered: NumberedChoice,
): boolean {
  const plan = inPlan(numbered);
  if (said && !['muc', 'so'].includes(said) && !(plan && said.startsWith(plan.kind))) return false;
  if (section) return section === plan?.section && figures === numbered.number;
  return !isDashed && (figures === numbered.number || figures === numbered.place);
}
