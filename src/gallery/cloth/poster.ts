import { encode } from 'uqr';
import { escapeMarkup } from '../../platform/markup.ts';
import { qrPath } from '../../platform/qr-path.ts';
import { palette, threadColours } from '../../ui/weave/palette.ts';
import { brocadeWords, lozengeWords, threadMeanings } from '../../ui/weave/words.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { site } from '../../vocabulary/site.ts';
import { localDay } from '../stories/story-terms.ts';
import type { Story } from '../story.ts';
import { clothOf, clothYears } from './cloth.ts';
import { clothMarkup, clothSize } from './draw.ts';

/** The whole cloth, a lozenge for each story, as a drawing whose lozenges are links. */
export const posterPath = '/dien-hinh/tam-vai.svg';
/** The same to print. */
export const posterPdfPath = '/dien-hinh/tam-vai-a2.pdf';

/** A2 and the places on it, in millimetres. */
const posterSize = { width: 420, height: 594 } as const;
const margin = 24;
const cloth = { x: margin + 26, y: 128, width: posterSize.width - 2 * margin - 26, height: 356 } as const;

const line = (text: string, x: number, y: number, size: number, more = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" ${more}>${escapeMarkup(text)}</text>`;

/** Lozenges across and rows of a year, so that the most of any year fit and the cloth has the shape of its place. */
function gridFor(most: number) {
  const rows = Math.max(4, 2 * Math.ceil(Math.sqrt(most / 2.4) / 2));
  return { rows, across: Math.max(9, Math.ceil(most / rows), Math.round(rows * 2.4)) };
}

function woven(stories: readonly Story[], origin: URL): { markup: string; labels: string } {
  const years = clothYears.map((year) => stories.filter((story) => story.year === year).length);
  const grid = gridFor(Math.max(...years));
  const all = clothOf(stories, grid.across * grid.rows);
  const size = clothSize(grid, clothYears.length);
  const content = clothMarkup(all, {
    ...grid,
    colourOf: (part) => (part === 'ground' || part === 'field' ? palette[part] : threadColours[part]),
    link: ({ href }) => `href="${new URL(href, origin).href}"`,
    inside: ({ stories: [story] }) =>
      story ? `<title>${escapeMarkup(`${story.name}, ${story.unitName}`)}</title>` : '',
  });
  const { x, y, width, height } = cloth;
  const scale = Math.min(width / size.width, height / size.height);
  const drawn = { width: size.width * scale, height: size.height * scale };
  const rowHeight = drawn.height / clothYears.length;
  const labels = clothYears.map((year, index) => {
    const middle = y + (index + 0.5) * rowHeight;
    const counted = years[index] ? years[index].toLocaleString('vi') : 'chưa có';
    return `${line(String(year), margin, middle, 8, 'font-weight="700"')}${line(counted, margin, middle + 7, 5, `fill="${palette.soft}"`)}`;
  });
  const place = `x="${x}" y="${y}" width="${drawn.width}" height="${drawn.height}"`;
  return {
    markup: `<svg ${place} viewBox="0 0 ${size.width} ${size.height}" shape-rendering="crispEdges">${content}</svg>`,
    labels: labels.join(''),
  };
}

/** The QR code of an address, `side` millimetres wide. */
function code(address: string, x: number, y: number, side: number): string {
  const { data, size } = encode(address, { border: 0 });
  return `<svg x="${x}" y="${y}" width="${side}" height="${side}" viewBox="0 0 ${size} ${size}"><path fill="${palette.ink}" d="${qrPath(data)}"/></svg>`;
}

/** Where the meaning of each thread begins, after the margin. */
const legendPlaces = [0, 88, 196, 290];

function legend(y: number): string {
  return threadMeanings
    .map(({ thread, colour, subject }, index) => {
      const x = margin + (legendPlaces[index] ?? 0);
      return `<rect x="${x}" y="${y - 6}" width="10" height="7" fill="${palette.ground}"/><rect x="${x + 1.5}" y="${y - 4.5}" width="7" height="4" fill="${threadColours[thread]}"/>${line(`${colour}: ${subject}`, x + 13, y, 5.4)}`;
    })
    .join('');
}

/**
 * The poster of the movement as SVG of 420 × 594 mm: every published story a lozenge in the threads of its strands.
 * @param stories newest first
 */
export function posterSvg(stories: readonly Story[], origin: URL): string {
  const { markup, labels } = woven(stories, origin);
  const [newest] = stories;
  const { width, height } = posterSize;
  const address = new URL('/', origin).href;
  const count = newest
    ? `${stories.length.toLocaleString('vi')} điển hình đã công bố, mới nhất ${officialDate(localDay(newest.publishedAt))}.`
    : 'Chưa có điển hình nào được công bố.';
  const isSample = stories.some(({ sample }) => sample);
  const parts = [
    line(`${site.owner} · Phong trào thi đua ${site.years}`, margin, 40, 7, `fill="${palette.soft}"`),
    line('Năm năm tìm cách làm mới,', margin, 66, 20, 'font-weight="700"'),
    line('nhân rộng cách làm hay', margin, 92, 20, 'font-weight="700"'),
    line(`${lozengeWords(1)} đã công bố; ô rỗng còn chờ.`, margin, 112, 8),
    isSample ? line('Dữ liệu minh họa', width - margin, 112, 8, 'font-weight="700" text-anchor="end"') : '',
    markup,
    labels,
    legend(506),
    line(brocadeWords, margin, 522, 5.4),
    line(count, margin, 546, 7, 'font-weight="700"'),
    line(`${site.movement}`, margin, 556, 5.4, `fill="${palette.soft}"`),
    line(address, margin, 566, 5.4, `fill="${palette.soft}"`),
    code(address, width - margin - 36, 534, 36),
  ];
  const title = `Tấm vải của phong trào: ${count}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" lang="vi" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" font-family="'Be Vietnam Pro', sans-serif" fill="${palette.ink}"><title>${escapeMarkup(title)}</title><rect width="100%" height="100%" fill="${palette.paper}"/><rect width="100%" height="6" fill="${palette.state}"/>${parts.join('')}</svg>\n`;
}
