import type { AnswerPage } from './answer-page.ts';

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

export const copyParts = ['copy-waiting', 'copy-sent', 'copy-copied', 'copy-failed', 'no-copy'] as const;

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
export const statusAnswer = {
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
