import { fold } from '../search/fold.ts';
import type { NumberedChoice } from './choices.ts';

/** “III.1.3.4”, “(1.1)”, “Nội dung 3”, “02.”: what a number is of, if that is said, its section of the plan, and its figures. */
const written =
  /^[([]?\s*(?:(muc|so|noi dung|tieu chi|nhom|nhom tieu chi)\s+)?(?:(i{1,3})\s*[.,-]?\s*)?(\d{1,2}(?:(?:\s?[.-]\s?|,)\d{1,2}){0,3})\s*[.)\],:;]*$/;

/** A choice that the plan numbers: what it is called there, and the section. */
function inPlan({ choice }: NumberedChoice): { kind: string; section: string } | undefined {
  if (/^ii-\d$/.test(choice.value)) return { kind: 'noi dung', section: 'ii' };
  if (/^iii(-\d+){3}$/.test(choice.value)) return { kind: 'tieu chi', section: 'iii' };
  return /^1\.\d+\. /.test(choice.label) ? { kind: 'nhom', section: 'iii' } : undefined;
}

/** Whether a cell is the number of a choice: in the plan, in its name, or its place among those of its group. */
export function isNumberOf(typed: string, numbered: NumberedChoice): boolean {
  const [, said, section, figures] = written.exec(fold(typed.normalize('NFKC').trim())) ?? [];
  if (!figures) return false;
  const plain = figures
    .replace(/\s/g, '')
    .replace(/[,-]/g, '.')
    .replace(/^0(?=\d$)/, '');
  const plan = inPlan(numbered);
  if (said && !['muc', 'so'].includes(said) && !(plan && said.startsWith(plan.kind))) return false;
  if (section) return section === plan?.section && plain === numbered.number;
  // A dash between two figures may be a range.
  if (figures.includes('-')) return false;
  return plain === numbered.number || plain === numbered.place;
}
