import type { AnswerPage } from './answer-page.ts';
import { copyParts, receiptAnswer, statusAnswer } from './look-up-answers.ts';

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
    sureness: '[data-draft] table + p',
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
