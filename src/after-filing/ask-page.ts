import { parseHTML } from 'linkedom';
import { honeypotName } from '../schemas/forms/form.ts';
import type { AskedAgain } from './supplement.ts';

/** Fields that every filing carries besides its questions. */
const carried = [honeypotName];

function introduce(document: Document, { code, form, guidance }: AskedAgain): void {
  const heading = document.querySelector('h1');
  if (heading) heading.textContent = 'Trả lời câu hỏi của Sở Nội vụ';
  document.title = `Trả lời câu hỏi – ${document.title}`;
  const before = document.querySelector('.before-form');
  const lines = [
    `Hồ sơ ${code}, ${form.title}.`,
    guidance ? `Lý do: ${guidance}` : '',
    'Câu trả lời mới thay câu trả lời cũ. Những câu khác của phiếu giữ nguyên, không hiện ở đây.',
  ];
  const paragraphs = lines.filter(Boolean).map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  before?.replaceChildren(...paragraphs);
}

/**
 * The built page of a form as the page that asks some of its questions again: without script, without the others. Returns
 * HTML; text is escaped.
 */
export function askPage(html: string, again: AskedAgain): string {
  const { document } = parseHTML(html);
  for (const script of document.querySelectorAll('script[type="module"]')) script.remove();
  const form = document.querySelector('form[data-form]');
  if (!form) throw new Error('The page has no form to ask with.');
  const kept = new Set([...again.asked, ...carried]);
  for (const holder of form.querySelectorAll('[data-field]')) {
    const name = holder.getAttribute('data-field')?.split('.')[0] ?? '';
    if (!kept.has(name)) holder.remove();
  }
  for (const other of document.querySelectorAll('draft-box, .make-dossier, .copy-note, [type="button"]'))
    other.remove();
  for (const part of form.querySelectorAll('section')) if (!part.querySelector('[data-field]')) part.remove();
  for (const field of form.querySelectorAll('[data-field][hidden], [data-show-when]'))
    field.removeAttribute('hidden');
  for (const rows of form.querySelectorAll('details')) rows.setAttribute('open', '');
  form.setAttribute('action', `/api/supplements/${again.code}`);
  const send = form.querySelector('[data-send]');
  if (send) send.textContent = 'Gửi câu trả lời';
  introduce(document, again);
  return document.toString();
}
