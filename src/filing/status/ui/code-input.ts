/** Attributes of a box for a receipt code: nothing on the device corrects, completes or lowers what is typed. */
export const codeInput = {
  autocapitalize: 'characters',
  autocomplete: 'off',
  autocorrect: 'off',
  spellcheck: 'false',
  inputmode: 'text',
  lang: 'en',
} as const;
