import { z } from 'zod';
import { readEmail, readLink, readPhone } from '../../vietnamese/contacts.ts';
import type { Read } from '../../vietnamese/read.ts';
import { mistakeIn, readable } from './readable.ts';
import { say, tooLong } from './text-fields.ts';
import { type FieldOptions, show } from './view.ts';

/** A line that one of the readers tidies, and that says what the reader found wrong, with an example. */
function tidied(
  read: (written: string) => Read<string>,
  { label }: FieldOptions,
  max: number,
  example: string,
) {
  return z
    .string(say(''))
    .overwrite((written) => {
      const found = read(written.slice(0, max + 1));
      return found.ok && written.length <= max ? found.value : written;
    })
    .max(max, tooLong({ label }, max))
    .check(
      mistakeIn((written) => {
        const found = read(written);
        return found.ok || written.length > max ? undefined : `“${label}” ${found.wrong}. Ví dụ: ${example}`;
      }),
    );
}

/** How to reach someone; `optional` where the form does not ask for one of several ways. */
type ContactOptions = FieldOptions & { optional?: true };

/** An e-mail address that may be left empty; where one of several ways to answer is asked, the form says so itself. */
export function optionalEmail(view: ContactOptions) {
  const max = 254;
  const schema = tidied(readEmail, view, max, 'ten@donvi.gov.vn').optional();
  return show(schema, { control: 'email', autocomplete: 'email', max, ...view });
}

/** One telephone number or several, with extensions and notes, as people write and read them; may be left empty. */
export function optionalPhone(view: ContactOptions) {
  const max = 100;
  const schema = tidied(readPhone, view, max, '0251 0000 000 (máy lẻ 12)')
    .check(readable({ label: view.label, max }))
    .optional();
  return show(schema, { control: 'tel', autocomplete: 'tel', max, ...view });
}

/** The address of a page that anyone can open; may be left empty. */
export function optionalLink(view: FieldOptions) {
  const max = 500;
  const schema = tidied(readLink, view, max, 'https://dongnai.gov.vn/…').optional();
  return show(schema, { control: 'url', optional: true, max, ...view });
}
