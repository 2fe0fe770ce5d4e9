import { openPage } from '../../../platform/dom/server/open-page.ts';
import { fileReply, pageReply, secretAddress } from '../../../platform/http/replies.ts';
import { movementYears } from '../../filing.ts';
import type { ReportOccasion } from '../draft-report.ts';
import { opensRollUp, rollUpPage } from '../link.ts';
import type { RollUp } from '../roll-up.ts';
import { rollUpCsv } from '../table.ts';
import { rollUpWorkbook } from '../workbook.ts';
import { rollUpHtml } from './roll-up-html.ts';
import { phaseOccasion, yearsOf } from './roll-up-tools.ts';

/** What the page of a roll-up needs from its caller. */
export interface RollUpTools {
  secret: string;
  read: (years: readonly number[]) => Promise<RollUp[]>;
  draft: (years: readonly number[], occasion: ReportOccasion) => Promise<Uint8Array<ArrayBuffer>>;
  readPage: (path: string) => Promise<string>;
}

const headers = { ...secretAddress, 'Cache-Control': 'private, no-store' };
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const occasionNames = {
  nam: 'Dự thảo báo cáo năm (.docx)',
  'so-ket': 'Dự thảo báo cáo sơ kết (.docx)',
  'tong-ket': 'Dự thảo báo cáo tổng kết (.docx)',
} as const satisfies Record<ReportOccasion, string>;

/** The tables that may be downloaded, by their ending. */
const tables = new Map<string, (rolled: RollUp) => { body: string | Uint8Array<ArrayBuffer>; type: string }>([
  ['xlsx', (rolled) => ({ body: rollUpWorkbook(rolled), type: sheetType })],
  ['csv', (rolled) => ({ body: rollUpCsv([rolled]), type: 'text/csv; charset=utf-8' })],
]);

const occasions = ['nam', 'so-ket', 'tong-ket'] as const;

/** Fills the built page: its words for a visitor without a link make way. */
function filled(html: string, body: string): string {
  const { document, html: written } = openPage(html);
  for (const part of document.querySelectorAll('[data-closed]')) part.remove();
  const place = document.querySelector('[data-roll-up]');
  if (place) place.innerHTML = body;
  return written();
}

function yearLinks(query: URLSearchParams, chosen: number): string {
  const links = movementYears.map((year) => {
    const to = new URLSearchParams(query);
    to.set('nam', String(year));
    to.delete('tep');
    const current = year === chosen ? ' aria-current="page"' : '';
    return `<a href="?${to.toString().replaceAll('&', '&amp;')}"${current}>${year}</a>`;
  });
  return `<p class="years">${links.join(' ')}</p>`;
}

/**
 * `/tong-hop/`: what all units reported, for staff with a private link; `nam` chooses the year, `tep` a file (`xlsx`, `csv`, `nam`,
 * `so-ket`, `tong-ket`). 404 without a valid link, as the page was built; nothing says whether a link expired.
 */
export async function answerRollUp(request: Request, tools: RollUpTools): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const page = await tools.readPage(rollUpPage);
  if (!opensRollUp(tools.secret, query, new Date())) return pageReply(404, page, headers);
  const year = movementYears.find((each) => String(each) === query.get('nam')) ?? movementYears[0];
  const file = query.get('tep');
  const [rolled] = await tools.read([year]);
  if (!rolled) throw new Error(`No roll-up of ${year}.`);
  const table = tables.get(file ?? '')?.(rolled);
  if (table) {
    const name = `attachment; filename="bao-cao-nam-${year}.${file}"`;
    return fileReply(table.body, table.type, name, headers);
  }
  const occasion = occasions.find((each) => each === file);
  const years = occasion ? yearsOf(year, occasion) : null;
  if (occasion && years) {
    const name = `${occasion === 'nam' ? 'bao-cao-nam' : `bao-cao-${occasion}`}-${year}.docx`;
    const bytes = await tools.draft(years, occasion);
    return fileReply(bytes, wordType, `attachment; filename="${name}"`, headers);
  }
  const link = (name: string, tep: string) => {
    const to = new URLSearchParams(query);
    to.set('nam', String(year));
    to.set('tep', tep);
    return { name, href: `?${to}` };
  };
  const ofPhase = phaseOccasion(year);
  const files = [
    link('Bảng mọi đơn vị (.xlsx)', 'xlsx'),
    link('Bảng mọi đơn vị (CSV)', 'csv'),
    link(occasionNames.nam, 'nam'),
    ...(ofPhase ? [link(occasionNames[ofPhase], ofPhase)] : []),
  ];
  return pageReply(200, filled(page, yearLinks(query, year) + rollUpHtml(rolled, files)), headers);
}
