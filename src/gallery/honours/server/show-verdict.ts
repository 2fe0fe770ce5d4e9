import { makeElement } from '../../../platform/dom/make-element.ts';
import { dayInVietnam, officialDate } from '../../../vietnamese/official-date.ts';
import { awardForms } from '../../../vocabulary/taxonomy.ts';
import { decisionId, decisionListPath } from '../decisions.ts';
import { honourPath } from '../statement.ts';
import type { PublishedHonour, WithdrawnHonour } from './read-standing.ts';

/** What there is to say of a code, a decision number or a name. */
export type Verdict =
  | { kind: 'confirmed'; published: readonly PublishedHonour[]; more: number }
  | { kind: 'withdrawn'; withdrawn: readonly WithdrawnHonour[] }
  | { kind: 'unknown' };

/** Facts of an honour as pairs of label and value; empty ones are left out. */
function factsOf(honour: PublishedHonour): [string, string][] {
  const { id, unitName, awardForm, decisionNumber, decisionDate, decisionBody, published_at } = honour;
  const facts: [string, string | null | undefined][] = [
    ['Mã', id],
    ['Đơn vị', unitName],
    ['Hình thức khen thưởng', awardForms.find((form) => form.id === awardForm)?.name],
    ['Quyết định số', decisionNumber],
    ['Ngày ký', decisionDate && officialDate(decisionDate)],
    ['Cơ quan quyết định', decisionBody],
    ['Công bố trên trang', officialDate(dayInVietnam(published_at))],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

function linkTo(document: Document, href: string, text: string): HTMLElement {
  const link = makeElement('a', text, document);
  link.setAttribute('href', href);
  const line = makeElement('p', '', document);
  line.append(link);
  return line;
}

function confirmed(document: Document, honour: PublishedHonour): HTMLElement {
  const item = makeElement('li', '', document);
  const list = makeElement('dl', '', document);
  list.className = 'facts';
  for (const [name, value] of factsOf(honour)) {
    const pair = makeElement('div', '', document);
    pair.append(makeElement('dt', name, document), makeElement('dd', value, document));
    list.append(pair);
  }
  item.append(makeElement('h3', honour.name, document), list);
  item.append(linkTo(document, honour.path, 'Mở trang của điển hình'));
  if (honour.decisionNumber !== null)
    item.append(linkTo(document, honourPath(honour.id), 'Tải xác nhận có chữ ký số (JSON)'));
  return item;
}

/** What is said of a story that is gone: its code, since when, why. */
function withdrawn(document: Document, { id, at, reason, isPostponed }: WithdrawnHonour): HTMLElement {
  const when = at ? `từ ${officialDate(dayInVietnam(at))}` : 'và đang được gỡ khỏi các trang';
  const withheld = isPostponed ? 'Nội dung đang được chuẩn bị lại.' : 'Cơ quan quản lý trang chưa ghi lý do.';
  const item = makeElement('li', '', document);
  const line = makeElement('p', 'Điển hình mã ', document);
  line.append(makeElement('strong', id, document), ` không còn trên trang ${when}.`);
  item.append(line, makeElement('p', `Lý do: ${reason ?? withheld}`, document));
  return item;
}

/** The whole list of a decision; the first stands last. */
const lists = [
  ['json', 'Cả danh sách của quyết định, có chữ ký số (JSON)'],
  ['csv', 'Cả danh sách của quyết định (CSV)'],
] as const;

/** Puts the answer into the page: shows its part, fills it, and keeps what was asked in the box. */
export function showVerdict(document: Document, asked: string, verdict: Verdict): void {
  document.querySelector('#q')?.setAttribute('value', asked);
  const part = document.querySelector(`[data-honour="${verdict.kind}"]`);
  part?.removeAttribute('hidden');
  const put = (slot: string, text: string) => {
    const place = part?.querySelector(`[data-honour-slot="${slot}"]`);
    if (place) place.textContent = text;
  };
  put('asked', asked);
  if (verdict.kind === 'confirmed') {
    const list = part?.querySelector('[data-honour-slot="list"]');
    list?.replaceChildren(...verdict.published.map((honour) => confirmed(document, honour)));
    put('more', verdict.more > 0 ? `Còn ${verdict.more} điển hình khác trùng; ghi thêm tên hoặc mã.` : '');
    const [decision, ...others] = new Set(verdict.published.map(decisionId));
    if (decision && others.length === 0)
      for (const [kind, text] of lists) list?.after(linkTo(document, decisionListPath(decision, kind), text));
  }
  if (verdict.kind === 'withdrawn') {
    const list = part?.querySelector('[data-honour-slot="gone"]');
    list?.replaceChildren(...verdict.withdrawn.map((gone) => withdrawn(document, gone)));
  }
}
