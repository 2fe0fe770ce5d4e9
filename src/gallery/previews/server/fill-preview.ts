import type { PartOf, SlotOf } from '../../../filing/answers/answer-page.ts';
import { previewAnswer } from '../../../filing/answers/answer-pages.ts';
import { fillPage } from '../../../filing/answers/server/fill-page.ts';
import { type FormMessages, putForm, type TypedPairs } from '../../../filing/forms/server/fill-form.ts';
import { clauseHeading } from '../../../plan/clause-names.ts';
import { officialDate, officialDateTime } from '../../../vietnamese/official-date.ts';
import { samplePrefix } from '../../../vocabulary/story-ids.ts';
import { awardForms, criteriaGroups, occasions, strands } from '../../../vocabulary/taxonomy.ts';
import { changeInWords } from '../../stories/change.ts';
import { laterWords } from '../../stories/figure-line.ts';
import { modelText } from '../../stories/sections.ts';
import { storyHtml } from '../../stories/story-text.ts';
import { type SureFigure, storyFigures, surenessLegend } from '../../stories/sureness.ts';
import { storyKindNames } from '../../story.ts';
import type { Draft, Preview } from './previews.ts';

/** A part of the page. */
export type PreviewPart = PartOf<typeof previewAnswer>;

/** What a private address shows. */
interface PreviewFilling {
  preview: Preview;
  /** Path of the address, to which the form is posted. */
  path: string;
  mayAnswer: boolean;
  pairs?: TypedPairs;
  messages?: FormMessages;
}

const { selectors } = previewAnswer;
const nameOf = (list: readonly { id: string; name: string }[], id: string | null) =>
  list.find((item) => item.id === id)?.name;
const none = (what: string) => `[chưa có ${what}]`;

const agreement = (what: string, agreed: boolean | null) =>
  agreed === null ? [] : [`${what}: ${agreed ? 'đồng ý' : 'không đồng ý'}`];

function answeredWords({ answer }: Preview): string {
  if (!answer) return '';
  const parts = [
    ...agreement('công bố', answer.name),
    ...agreement('ảnh', answer.photo),
    ...agreement('liên hệ', answer.contact),
  ];
  return `Đã ghi trả lời lúc ${officialDateTime(answer.at)}: ${parts.join(', ')}.`;
}

/** The embargo, in words for whoever reads. */
const embargoWords = (publishFrom: Date | null): string =>
  publishFrom
    ? `Bản xem trước, chưa công bố. Không đăng, không chia sẻ trước ${officialDateTime(publishFrom)}.`
    : 'Bản xem trước, chưa công bố và chưa có giờ công bố. Không đăng, không chia sẻ.';

function textsOf(preview: Preview): Record<SlotOf<typeof previewAnswer>, string> {
  const { draft, publishFrom } = preview;
  return {
    embargo: embargoWords(publishFrom),
    answered: answeredWords(preview),
    id: draft.id,
    group: nameOf(criteriaGroups, draft.criteriaGroup) ?? none('nhóm'),
    strands: draft.strands.flatMap((id) => nameOf(strands, id) ?? []).join('; ') || none('nội dung'),
    clauses: draft.clauses.map(clauseHeading).join('; ') || none('mục'),
    year: String(draft.year),
  };
}

function putHonour(document: Document, draft: Draft): void {
  const honour = document.querySelector(selectors.honour);
  const award = nameOf(awardForms, draft.awardForm);
  if (!award && !draft.decisionNumber) {
    honour?.remove();
    return;
  }
  const put = (selector: string, text: string | null | undefined) => {
    const element = document.querySelector(selector);
    if (element) element.textContent = text ?? '';
  };
  put(selectors.award, award);
  put(selectors.motivation, draft.motivation);
  if (!draft.motivation) {
    const quote = document.querySelector(selectors.motivation)?.closest('blockquote');
    quote?.previousElementSibling?.remove();
    quote?.remove();
  }
  const facts = [
    nameOf(occasions, draft.occasion),
    draft.decisionNumber,
    draft.decisionDate && officialDate(draft.decisionDate),
    draft.decisionBody,
  ];
  for (const [place, row] of [...document.querySelectorAll(selectors.honourFacts)].entries()) {
    const said = facts[place];
    const cell = row.querySelector('dd');
    if (!said) row.remove();
    else if (cell) cell.textContent = said;
  }
}

/** One figure in a copy of the template's row; a part that it does not have is removed. */
function putFigure(body: Element, { later, sureness, ...figure }: SureFigure): void {
  const texts: [string, string | null][] = [
    ['td:first-child', figure.before ?? 'chưa nêu'],
    ['.after .figure', figure.after ?? 'chưa nêu'],
    ['td:last-child', figure.unit ?? ''],
    ['.change', changeInWords(figure)],
    ['.later', later ? laterWords(later) : null],
    ['th small', `(${sureness.name})`],
  ];
  for (const [selector, text] of texts) {
    const cell = body.querySelector(selector);
    if (text === null) cell?.remove();
    else if (cell) cell.textContent = text;
  }
  body.querySelector('th')?.firstChild?.replaceWith(`${figure.name} `);
}

/** The figures of a draft. Nobody applies it yet, and it is as old as this moment. */
function putIndicators(document: Document, draft: Draft): void {
  const table = document.querySelector(selectors.indicators);
  const row = table?.querySelector('tbody');
  const legend = document.querySelector(selectors.sureness);
  const figures = storyFigures({ ...draft, publishedAt: new Date().toISOString() }, []);
  if (!table || !row || figures.length === 0) {
    table?.remove();
    legend?.remove();
    return;
  }
  for (const figure of figures) {
    table.append(row.cloneNode(true));
    if (table.lastElementChild) putFigure(table.lastElementChild, figure);
  }
  row.remove();
  legend?.firstChild?.replaceWith(`${surenessLegend(figures)} `);
}

function putPicture(document: Document, { photo }: Draft, path: string): void {
  const figure = document.querySelector(selectors.picture);
  if (!photo) {
    figure?.remove();
    return;
  }
  document.querySelector(selectors.weave)?.remove();
  const image = figure?.querySelector('img');
  image?.setAttribute('src', `${path}anh`);
  image?.setAttribute('alt', photo.alt);
  const caption = figure?.querySelector('figcaption');
  if (caption) caption.textContent = [photo.caption, `Ảnh: ${photo.credit}`].filter(Boolean).join(' ');
}

function putDraft(document: Document, draft: Draft, path: string): void {
  const texts: [string, string][] = [
    [selectors.kind, storyKindNames[draft.kind]],
    [selectors.unit, draft.unitName || none('tên đơn vị')],
    [selectors.name, draft.name || none('tên')],
    [selectors.summary, draft.summary || none('tóm tắt')],
    [selectors.contactUnit, draft.unitName || none('tên đơn vị')],
    [selectors.contact, draft.contact ?? none('liên hệ công khai')],
  ];
  for (const [selector, text] of texts) {
    const element = document.querySelector(selector);
    if (element) element.textContent = text;
  }
  document.querySelector(selectors.dateline)?.remove();
  const body = document.querySelector(selectors.body);
  const markdown = draft.kind === 'mo-hinh' ? modelText(draft.body).markdown : draft.body;
  if (body) body.innerHTML = storyHtml(markdown);
  putHonour(document, draft);
  putIndicators(document, draft);
  putPicture(document, draft, path);
}

/** The built page as a private address shows it: the draft as its story will look and, for its unit, the question for consent. */
export function fillPreview(
  html: string,
  { preview, path, mayAnswer, pairs = [], messages = {} }: PreviewFilling,
): string {
  const { draft, answer } = preview;
  const parts: PreviewPart[] = [
    'preview',
    ...(draft.unitCode?.startsWith(samplePrefix) ? (['sample'] as const) : []),
    ...(mayAnswer ? (['confirm'] as const) : []),
    ...(answer && mayAnswer ? (['answered'] as const) : []),
  ];
  return fillPage<typeof previewAnswer>(html, { parts, texts: textsOf(preview) }, (document) => {
    putDraft(document, draft, path);
    document.title = `${draft.name || 'Xem trước'} – bản xem trước`;
    if (!mayAnswer) return document.querySelector('[data-part="confirm"]')?.remove();
    document.querySelector(selectors.form)?.setAttribute('action', path);
    if (!draft.photo) document.querySelector('[data-field="anh"]')?.remove();
    if (!draft.contact) document.querySelector('[data-field="lienHe"]')?.remove();
    putForm(document, pairs, messages);
  });
}
