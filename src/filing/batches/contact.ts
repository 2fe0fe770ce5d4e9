const digitsOf = (phone: string) => phone.replace(/\D/g, '').replace(/^84/, '0');

const text = (answer: unknown): string => (typeof answer === 'string' ? answer.trim() : '');

/** Answers that include a contact. */
interface Contact {
  contactEmail?: unknown;
  contactPhone?: unknown;
}

/**
 * The contact of a submission in a form for comparing: without case, spaces and the country code of a number. Empty if no
 * contact was given; an empty contact equals none.
 */
export function contactKey({ contactEmail, contactPhone }: Contact): string {
  const parts = [text(contactEmail).toLowerCase(), digitsOf(text(contactPhone))];
  return parts.every((part) => part === '') ? '' : parts.join(' ');
}

/** Whether two submissions have the same contact, so that the sender of one may get the receipt key of the other. */
export function isSameContact(a: Contact, b: Contact): boolean {
  const key = contactKey(a);
  return key !== '' && key === contactKey(b);
}
