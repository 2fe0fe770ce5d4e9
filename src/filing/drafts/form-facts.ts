/** The facts about a form that its page gives to autosave; the schema stays on the server. */
export interface FormFacts {
  id: string;
  version: string;
  title: string;
  /** Names of the consent boxes. */
  consents: ReadonlySet<string>;
  /** Names of the controls that a draft never holds: consents, submission key, trap. */
  never: ReadonlySet<string>;
}

/** Reads the facts from the element of `Draft.astro`. */
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

/** Whether the form asks for consents; the answer to an information request does not. */
export const asksConsent = (form: HTMLFormElement, { consents }: FormFacts): boolean =>
  [...consents].some((name) => form.elements.namedItem(name) !== null);
