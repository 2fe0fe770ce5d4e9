/** What a page says of its form to the code that keeps drafts; the schema itself stays on the server. */
export interface FormFacts {
  id: string;
  version: string;
  title: string;
  /** Names of the boxes with which someone consents. */
  consents: ReadonlySet<string>;
  /** Names of the controls that no draft holds: the consents, the key, the trap. */
  never: ReadonlySet<string>;
}

/** Reads the facts that `Draft.astro` wrote on its element. */
export function readFormFacts({ dataset }: HTMLElement): FormFacts {
  const { form = '', version = '', title = '', consents = '', unkept = '' } = dataset;
  const consentNames = consents.split(' ');
  return {
    id: form,
    version,
    title,
    consents: new Set(consentNames),
    never: new Set([...consentNames, ...unkept.split(' ')]),
  };
}

/** Whether the form asks for a consent: an answer to a question of staff does not. */
export const asksConsent = (form: HTMLFormElement, { consents }: FormFacts): boolean =>
  [...consents].some((name) => form.elements.namedItem(name) !== null);
