/**
 * A page that functions answer with. A function shows or hides the names of `data-part`, fills texts into the names of
 * `data-slot`, and uses selectors for the rest. Components write these names and functions read them here;
 * tests/site/answer-pages.spec.ts checks that the built pages and this list agree.
 */
export interface AnswerPage {
  /** Its address on this site. */
  readonly path: string;
  /** The function that answers with it. */
  readonly filledBy: string;
  readonly parts: readonly string[];
  readonly slots: readonly string[];
  readonly selectors: Readonly<Record<string, string>>;
}

/** The names of a page's parts. */
export type PartOf<Page extends AnswerPage> = Page['parts'][number];

/** The names of a page's slots. */
export type SlotOf<Page extends AnswerPage> = Page['slots'][number];

const lookUpParts = [
  'ask',
  'found',
  'filed',
  'closed',
  'wrong-key',
  'staff-words',
  'staff-reply',
  'story',
  'asked',
  'may-correct',
  'may-withdraw',
  'may-draft',
  'next-year',
  'may-reuse',
  'kit',
  'waits',
  'ended',
  'mistyped',
  'unknown',
  'too-many',
  'unavailable',
] as const;

const copyParts = ['copy-waiting', 'copy-sent', 'copy-copied', 'copy-failed', 'no-copy'] as const;

const lookUpSlots = [
  'code',
  'form',
  'state',
  'received',
  'changed',
  'next',
  'turn',
  'answer-by',
  'staff-title',
  'staff-words',
  'reply-title',
  'reply-words',
  'typed',
  'problem',
] as const;

/** Selectors that both pages about one code share. */
const lookUpSelectors = {
  code: 'input[name="ma"]',
  problem: '[data-code-problem]',
  codeLinks: '[data-code-link]',
  keyLinks: '[data-key-link]',
  statements: '[data-statements]',
  storyLink: '[data-story-link]',
  storyFix: '[data-story-fix]',
  storyKit: '[data-story-kit]',
  dossier: '[data-dossier]',
} as const;

/** `/tra-cuu/`: the state of a submission. */
const statusAnswer = {
  path: '/tra-cuu/',
  filledBy: 'functions/status-pages.ts',
  parts: lookUpParts,
  slots: lookUpSlots,
  selectors: lookUpSelectors,
} as const satisfies AnswerPage;

/** `/de-cu/da-nhan/`: the receipt. */
export const receiptAnswer = {
  path: '/de-cu/da-nhan/',
  filledBy: 'functions/status-pages.ts',
  parts: [...lookUpParts, ...copyParts, 'repeat'],
  slots: [...lookUpSlots, 'copy', 'copy-to'],
  selectors: {
    ...lookUpSelectors,
    answers: '[data-answers]',
    pdf: '[data-receipt-file="pdf"]',
    json: '[data-receipt-file="json"]',
  },
} as const satisfies AnswerPage;

/** `/de-cu/nhieu/da-nhan/`: the codes of a table. */
export const batchAnswer = {
  path: '/de-cu/nhieu/da-nhan/',
  filledBy: 'functions/batch-receipts.ts',
  parts: ['found', 'unknown', ...copyParts],
  slots: ['count', 'form', 'received', 'next', 'answer-by', 'copy-to'],
  selectors: { lists: '[data-list]', leftOut: '[data-left-out]', leftOutLines: '[data-left-out] ul' },
} as const satisfies AnswerPage;

/** `/de-cu/ban-sao/`: asks for confirmation before a copy is sent. */
export const copyAnswer = {
  path: '/de-cu/ban-sao/',
  filledBy: 'functions/mail-copies.ts',
  parts: ['ask', 'confirmed', 'unknown'],
  slots: ['code', 'copy-to'],
  selectors: { code: 'input[name="ma"]', token: 'input[name="xac-nhan"]' },
} as const satisfies AnswerPage;

/** `/bo-sung/`: opens a submission to supplement it. */
export const openingAnswer = {
  path: '/bo-sung/',
  filledBy: 'functions/supplements.ts',
  parts: ['open', 'unreadable'],
  slots: ['code', 'form', 'guidance'],
  selectors: {},
} as const satisfies AnswerPage;

/** `/rut-phieu/`: withdraws a submission. */
export const withdrawalAnswer = {
  path: '/rut-phieu/',
  filledBy: 'functions/withdrawals.ts',
  parts: ['ask', 'confirm', 'withdrawn', 'over'],
  slots: ['code', 'form', 'received', 'state', 'changed'],
  selectors: {
    code: '[data-part="confirm"] input[name="ma"]',
    key: '[data-part="confirm"] input[name="khoa"]',
    statusLinks: '[data-status-link]',
  },
} as const satisfies AnswerPage;

/** `/suc-khoe/`: whether the service works. */
export const healthAnswer = {
  path: '/suc-khoe/',
  filledBy: 'functions/health.ts',
  parts: ['well', 'unwell', 'ask', 'wrong-key', 'details'],
  slots: ['checked'],
  selectors: { services: '[data-services]', measures: '[data-measures]', rows: '[data-rows]' },
} as const satisfies AnswerPage;

/** `/xem-truoc/`: a draft at a private address. */
export const previewAnswer = {
  path: '/xem-truoc/',
  filledBy: 'functions/previews.ts',
  parts: ['unopened', 'unknown', 'expired', 'gone', 'too-many', 'preview', 'sample', 'confirm', 'answered'],
  slots: ['embargo', 'answered', 'id', 'group', 'strands', 'clauses', 'year'],
  selectors: {
    kind: '[data-draft] .who > :first-child',
    unit: '[data-draft] .who > :last-child',
    name: '[data-draft] h1',
    summary: '[data-draft] .lead',
    dateline: '[data-draft] article > .small',
    weave: '[data-draft] .story-weave',
    picture: '[data-draft-picture]',
    honour: '[data-draft] .honour',
    award: '[data-draft] .honour .form',
    motivation: '[data-draft] .honour blockquote p',
    honourFacts: '[data-draft] .honour dl > div',
    indicators: '[data-draft] table',
    body: '[data-draft] .serif',
    contactUnit: '[data-draft] #lien-he ~ dl dt',
    contact: '[data-draft] .given',
    form: 'form[data-form]',
  },
} as const satisfies AnswerPage;

/** `/can-bo/`: what staff check, at a private address of a row. */
export const staffAnswer = {
  path: '/can-bo/',
  filledBy: 'functions/staff-pages.ts',
  parts: ['unopened', 'unknown', 'expired', 'gone', 'too-many', 'sheet'],
  slots: ['title', 'lead'],
  selectors: {
    facts: '[data-sheet-facts]',
    notes: '[data-sheet-notes]',
    links: '[data-sheet-links]',
    table: '[data-part="sheet"] table',
  },
} as const satisfies AnswerPage;

/** Every answer page with parts. Form pages have none: see forms/form-selectors.ts. */
export const answerPages = [
  statusAnswer,
  receiptAnswer,
  batchAnswer,
  copyAnswer,
  openingAnswer,
  withdrawalAnswer,
  healthAnswer,
  previewAnswer,
  staffAnswer,
] as const satisfies readonly AnswerPage[];
