/**
 * What functions look for on the built page of a form, besides the controls themselves; tests/site/answer-pages.spec.ts finds each on
 * every such page. The names that scripts use too (`data-error`, `data-summary-title` …) stand in show-errors.ts.
 */
export const formSelectors = {
  form: 'form[data-form]',
  controls: 'input[name], select[name], textarea[name]',
  summary: '[data-error-summary]',
  summaryList: '[data-summary-list]',
} as const;

/** Further selectors for turning a form page into one that asks some questions again (follow-up/render-request-page.ts). */
export const askedAgainSelectors = {
  heading: 'h1',
  intro: '.before-form',
  drafts: 'draft-box',
  fields: '[data-field]',
  sections: 'section',
  sectionIntros: 'section > h2, section > p',
  steps: 'form-steps',
  stepMarks: '[data-step-mark]',
  send: '[data-send]',
  copyNote: '.copy-note',
  scriptButtons: 'form [type="button"]',
} as const;

/** Selectors for what only some forms have: files, rows, a dossier, questions that depend on an answer. */
export const someFormsSelectors = {
  keptFiles: '[data-kept-files]',
  optionalMark: '.optional',
  tables: '[data-rows]',
  rows: 'fieldset.row',
  dossier: '.make-dossier',
  following: '[data-follows]',
  followingParts: '[data-when]',
  shownWhen: '[data-show-when]',
} as const;
