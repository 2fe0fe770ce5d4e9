import { healthAnswer } from '../../../filing/answers/answer-pages.ts';
import { fillPage } from '../../../filing/answers/server/fill-page.ts';
import { readBody } from '../../../platform/http/read-body.ts';
import { jsonReply, pageReply, problemReply } from '../../../platform/http/replies.ts';
import { officialDateTime } from '../../../vietnamese/official-date.ts';
import type { Health } from '../health.ts';
import { detailLines, type RowLine, rowLines, serviceLines } from '../words.ts';
import { type HealthSources, isOperator, readHealth } from './read-health.ts';

/** What the page and the data need from their caller. */
export interface HealthPageTools extends HealthSources {
  /** The operator's key; undefined where none is set: then nobody sees the details. */
  key: string | undefined;
  readPage: (path: string) => Promise<string>;
  /** Counts a try of a key; false when there were too many. */
  withinLimit: () => Promise<boolean>;
}

const retry = { 'Retry-After': '60' };
/** A monitor reads the status: 503 when nothing can be filed, 200 while filing works. */
const statusOf = ({ services }: Health) =>
  services.some(({ id, ok }) => id === 'filing' && !ok) ? 503 : 200;

/** `GET /api/v1/health.json`: 200 or 503. With `Authorization: Bearer <key>` also measures, alerts and rows that wait. */
export async function healthData(request: Request, tools: HealthPageTools): Promise<Response> {
  const [, typed = ''] = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (typed !== '' && !(await tools.withinLimit()))
    return problemReply(429, 'Thử khóa quá nhiều lần.', retry);
  const health = await readHealth(tools, isOperator(typed, tools.key), new Date());
  const { details, ...shown } = health;
  const status = statusOf(health);
  return jsonReply(status, details ? health : shown, status === 503 ? retry : {});
}

type Part = (typeof healthAnswer.parts)[number];

function partsOf(health: Health, isAsked: boolean): Part[] {
  const state: Part = health.ok ? 'well' : 'unwell';
  if (health.details) return [state, 'details'];
  return isAsked ? [state, 'ask', 'wrong-key'] : [state, 'ask'];
}

function rowItem(document: Document, { place, address, rest }: RowLine): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.setAttribute('href', address ?? '');
  link.setAttribute('rel', 'noreferrer');
  link.textContent = place || 'Mở hàng';
  if (address) item.append(link, ` · ${rest}`);
  else item.textContent = [place, rest].filter(Boolean).join(' · ');
  return item;
}

function fill(html: string, health: Health, isAsked: boolean): string {
  const filling = { parts: partsOf(health, isAsked), texts: { checked: officialDateTime(health.checkedAt) } };
  return fillPage<typeof healthAnswer>(html, filling, (document) => {
    const { selectors } = healthAnswer;
    const list = (selector: string, lines: readonly string[]) =>
      document.querySelector(selector)?.replaceChildren(
        ...lines.map((line) => {
          const item = document.createElement('li');
          item.textContent = line;
          return item;
        }),
      );
    list(selectors.services, serviceLines(health.services));
    if (!health.details) return;
    list(selectors.measures, detailLines(health.details));
    document
      .querySelector(selectors.rows)
      ?.replaceChildren(...rowLines(health.details.waitingRows).map((line) => rowItem(document, line)));
  });
}

/** `/suc-khoe/`: GET for visitors; a POST with the operator's key `khoa` also shows the details. 200, 400, 413, 415, 429, 503. */
export async function healthPage(request: Request, tools: HealthPageTools): Promise<Response> {
  const isPost = request.method === 'POST';
  let typed: unknown;
  if (isPost) {
    const body = await readBody(request);
    if (!body.ok) return problemReply(body.status, body.detail);
    if (!(await tools.withinLimit()))
      return problemReply(429, 'Thử khóa quá nhiều lần. Một giờ sau hãy thử lại.', retry);
    typed = body.answers.khoa;
  }
  const isForStaff = typeof typed === 'string' && isOperator(typed, tools.key);
  const health = await readHealth(tools, isForStaff, new Date());
  return pageReply(statusOf(health), fill(await tools.readPage(healthAnswer.path), health, isPost), {
    'X-Robots-Tag': 'noindex',
  });
}
