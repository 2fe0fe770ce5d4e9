import { parseHTML } from 'linkedom';
import { openForm } from '../forms/open-form.ts';
import { honeypotName } from '../schemas/forms/form.ts';
import { filesName } from '../schemas/forms/kept-file.ts';
import type { AskedAgain } from './supplement.ts';

/** Fields that every filing carries besides its questions. */
const carried = [honeypotName];

function introduce(document: Document, { code, form, guidance, asked }: AskedAgain): void {
  const heading = document.querySelector('h1');
  if (heading) heading.textContent = 'Trả lời câu hỏi của Sở Nội vụ';
  document.title = `Trả lời câu hỏi – ${document.title}`;
  const before = document.querySelector('.before-form');
  const lines = [
    `Hồ sơ ${code}, ${form.title}.`,
    guidance ? `Lý do: ${guidance}` : '',
    'Câu trả lời mới thay câu trả lời cũ. Những câu khác của phiếu giữ nguyên, không hiện ở đây.',
    asked.includes(filesName) ? 'Tệp mới được thêm vào hồ sơ; những tệp đã gửi vẫn còn đó.' : '',
  ];
  const paragraphs = lines.filter(Boolean).map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  before?.replaceChildren(...paragraphs);
  before?.setAttribute('data-stays', '');
}

/** Answers to one asking are no draft of the form, nor of another asking. */
function keepDraftsApart(document: Document, { code, round }: AskedAgain): void {
  const drafts = document.querySelector('draft-box');
  drafts?.setAttribute('data-form', `${code}-${round}`);
  drafts?.setAttribute('data-title', `Trả lời câu hỏi, hồ sơ ${code}`);
}

/** What follows an answer that is not on the page: it stays to the answer that was given. */
function follow(form: Element, { asked, answers }: AskedAgain): void {
  for (const group of form.querySelectorAll('[data-follows]')) {
    const followed = group.getAttribute('data-follows') ?? '';
    if (asked.includes(followed)) continue;
    group.removeAttribute('data-follows');
    for (const part of group.querySelectorAll('[data-when]'))
      if (part.getAttribute('data-when') !== answers[followed]) part.remove();
  }
  for (const field of form.querySelectorAll('[data-show-when]')) {
    const [followed = ''] = field.getAttribute('data-show-when')?.split('=') ?? [];
    if (!asked.includes(followed)) field.removeAttribute('data-show-when');
    field.removeAttribute('hidden');
  }
}

/**
 * The built page of a form as the page that asks some of its questions again: on one page, without the others. Returns
 * HTML; text is escaped.
 */
export function askPage(html: string, again: AskedAgain): string {
  const { document } = parseHTML(html);
  const form = openForm(document);
  const kept = new Set([...again.asked, ...carried]);
  for (const holder of form.querySelectorAll('[data-field]')) {
    const name = holder.getAttribute('data-field')?.split('.')[0] ?? '';
    if (!kept.has(name)) holder.remove();
  }
  for (const other of document.querySelectorAll('.make-dossier, .copy-note, form [type="button"]'))
    other.remove();
  for (const part of form.querySelectorAll('section')) if (!part.querySelector('[data-field]')) part.remove();
  // A few questions need no steps, and no headings above theirs.
  for (const steps of form.querySelectorAll('form-steps')) steps.replaceWith(...steps.childNodes);
  for (const part of form.querySelectorAll('section')) part.removeAttribute('aria-labelledby');
  for (const above of form.querySelectorAll('section > h2, section > p')) above.remove();
  for (const field of form.querySelectorAll('[data-field][hidden]')) field.removeAttribute('hidden');
  follow(form, again);
  for (const rows of form.querySelectorAll('details')) rows.setAttribute('open', '');
  for (const optional of form.querySelectorAll(`[data-field="${filesName}"] .optional`)) optional.remove();
  form.setAttribute('action', `/api/supplements/${again.code}`);
  form.setAttribute('data-code', again.code);
  const send = form.querySelector('[data-send]');
  if (send) send.textContent = 'Gửi câu trả lời';
  introduce(document, again);
  keepDraftsApart(document, again);
  return document.toString();
}
