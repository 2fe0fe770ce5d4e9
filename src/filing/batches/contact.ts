const digitsOf = (phone: string) => phone.replace(/\D/g, '').replace(/^84/, '0');

const text = (answer: unknown): string => (typeof answer === 'string' ? answer.trim() : '');

/** Answers among which is a contact. */
interface Contact {
  contactEmail?: unknown;
  contactPhone?: unknown;
}

/**
 * Who may be reached about a filing, for comparing: case, spaces and the country code of a number do not count. Empty where no
 * contact was given: then nobody is known to be the same.
 */
export function contactKey({ contactEmail, contactPhone }: Contact): string {
  const parts = [text(contactEmail).toLowerCase(), digitsOf(text(contactPhone))];
  return parts.every((part) => part === '') ? '' : parts.join(' ');
}

/** Whether two filings have the same contact: the key of one may be given to who sends the other. */
export function isSameContact(a: Contact, b: Contact): boolean {
  const key = contactKey(a);
  return key !== '' && key === contactKey(b);
}
