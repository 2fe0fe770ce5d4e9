import { makeElement } from '../../platform/dom/make-element.ts';
import { openPage } from '../../platform/dom/server/open-page.ts';
import { honeypotName } from '../definitions/form.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import { askedAgainSelectors, someFormsSelectors } from '../forms/form-selectors.ts';
import { openForm } from '../forms/open-form.ts';
import { type FormMessages, putForm, type TypedPairs } from '../forms/server/fill-form.ts';
import { mayBeEmpty, removedName } from './check-supplement.ts';
import type { InformationRequest } from './information-request.ts';
import { addRows, answersAsTyped } from './prefill.ts';

const asking = askedAgainSelectors;
const some = someFormsSelectors;

/** Fields that every submission carries besides its questions. */
const carried = [honeypotName];

const words = {
  'bo-sung': { title: 'Trả lời câu hỏi của Sở Nội vụ', short: 'Trả lời câu hỏi', send: 'Gửi câu trả lời' },
  sua: { title: 'Sửa phiếu đã gửi', short: 'Sửa phiếu', send: 'Gửi bản sửa' },
} as const;

function introduce(
  document: Document,
  { code, form, kind, guidance, asked, isNamed }: InformationRequest,
): void {
  const { title, short } = words[kind];
  const heading = document.querySelector(asking.heading);
  if (heading) heading.textContent = title;
  document.title = `${short} – ${document.title}`;
  const before = document.querySelector(asking.intro);
  const lines = [
    `Hồ sơ ${code}, ${form.title}.`,
    kind === 'bo-sung' && guidance ? `Lý do: ${guidance}` : '',
    'Câu trả lời đã gửi đứng sẵn trong ô. Sửa câu nào thì câu ấy thay câu cũ; câu để nguyên hoặc để trống là không đổi.',
    isNamed ? 'Những câu khác của phiếu giữ nguyên, không hiện ở đây.' : '',
    'Phiếu đã nhận vẫn còn như lúc nhận: lần gửi này được ghi thêm, có thời điểm và chữ ký riêng.',
    asked.includes(filesName) ? 'Tệp mới được thêm vào hồ sơ; những tệp đã gửi vẫn còn đó.' : '',
  ];
  const paragraphs = lines.filter(Boolean).map((line) => makeElement('p', line, document));
  before?.replaceChildren(...paragraphs);
  before?.setAttribute('data-stays', '');
}

/** Gives each round of questions its own draft, separate from drafts of the form and of other rounds. */
function keepDraftsApart(document: Document, { code, round, kind }: InformationRequest): void {
  const drafts = document.querySelector(asking.drafts);
  drafts?.setAttribute('data-form', `${code}-${round}`);
  drafts?.setAttribute('data-title', `${words[kind].short}, hồ sơ ${code}`);
}

/** Resolves fields that depend on an answer outside this page: the stored answer decides. */
function follow(form: Element, { asked, answers }: InformationRequest): void {
  for (const group of form.querySelectorAll(some.following)) {
    const followed = group.getAttribute('data-follows') ?? '';
    if (asked.includes(followed)) continue;
    group.removeAttribute('data-follows');
    for (const part of group.querySelectorAll(some.followingParts))
      if (part.getAttribute('data-when') !== answers[followed]) part.remove();
  }
  for (const field of form.querySelectorAll(some.shownWhen)) {
    const [followed = ''] = field.getAttribute('data-show-when')?.split('=') ?? [];
    if (!asked.includes(followed)) field.removeAttribute('data-show-when');
    field.removeAttribute('hidden');
  }
}

/** Adds a checkbox under each optional answer that removes it. An empty answer without the tick keeps its old value. */
function offerRemoval(document: Document, form: Element, again: InformationRequest): void {
  for (const name of again.asked) {
    if (!mayBeEmpty(again, name) || again.answers[name] === undefined) continue;
    const holder = form.querySelector(`[data-field="${name}"]`);
    const box = makeElement('input', '', document);
    const id = `${removedName}-${name}`;
    for (const [key, value] of Object.entries({ type: 'checkbox', id, name: removedName, value: name }))
      box.setAttribute(key, value);
    const label = makeElement('label', 'Xóa câu trả lời này', document);
    label.setAttribute('for', id);
    const note = makeElement('p', 'Để trống mà không đánh dấu: không đổi.', document);
    note.setAttribute('class', 'hint');
    const [list, line] = [makeElement('ul', '', document), makeElement('li', '', document)];
    list.setAttribute('class', 'choices');
    line.append(box, label, note);
    list.append(line);
    holder?.append(list);
  }
}

function keepAsked(document: Document, form: Element, asked: readonly string[]): void {
  const kept = new Set([...asked, ...carried]);
  for (const holder of form.querySelectorAll(asking.fields)) {
    const name = holder.getAttribute('data-field')?.split('.')[0] ?? '';
    if (!kept.has(name)) holder.remove();
  }
  for (const other of document.querySelectorAll(
    `${some.dossier}, ${asking.copyNote}, ${asking.scriptButtons}`,
  ))
    other.remove();
  for (const part of form.querySelectorAll(asking.sections))
    if (!part.querySelector(asking.fields)) part.remove();
  // One page needs no steps.
  for (const steps of form.querySelectorAll(asking.steps)) steps.replaceWith(...steps.childNodes);
}

/**
 * Turns the built page of a form into one page with only the open questions, filled with the stored answers or with those that were
 * `typed`. Returns HTML; text is escaped.
 */
export function askPage(
  html: string,
  again: InformationRequest,
  key: string,
  typed: TypedPairs | null = null,
  messages: FormMessages = {},
): string {
  const page = openPage(html);
  const { document } = page;
  const form = openForm(document);
  const pairs = typed ?? answersAsTyped(again);
  keepAsked(document, form, again.asked);
  if (again.isNamed) {
    // A few questions need no headings above theirs.
    for (const part of form.querySelectorAll(asking.sections)) part.removeAttribute('aria-labelledby');
    for (const above of form.querySelectorAll(asking.sectionIntros)) above.remove();
  }
  for (const mark of form.querySelectorAll(asking.stepMarks)) mark.remove();
  for (const field of form.querySelectorAll('[data-field][hidden]')) field.removeAttribute('hidden');
  follow(form, again);
  addRows(form, pairs);
  for (const rows of form.querySelectorAll('details')) rows.setAttribute('open', '');
  if (again.isNamed)
    for (const optional of form.querySelectorAll(`[data-field="${filesName}"] ${some.optionalMark}`))
      optional.remove();
  offerRemoval(document, form, again);
  form.setAttribute('action', `/api/supplements/${again.code}?khoa=${key}`);
  form.setAttribute('data-code', again.code);
  form.setAttribute('data-key', key);
  const send = form.querySelector(asking.send);
  if (send) send.textContent = words[again.kind].send;
  introduce(document, again);
  keepDraftsApart(document, again);
  putForm(document, pairs, messages);
  return page.html();
}
