import { encode } from 'uqr';
import { qrPath } from '../../platform/qr-path.ts';
import { pressSlots, site } from '../../vocabulary/site.ts';
import { fillSlots } from '../../vocabulary/slots.ts';
import type { Commune } from '../../vocabulary/units.ts';
import { adoptersWords } from '../adoptions/ui/adopters-words.ts';
import { doingTheSame } from '../do-the-same/needs.ts';
import { mainResult } from '../stories/main-result.ts';
import { shortPath } from '../stories/story-terms.ts';
import { storyFigures } from '../stories/sureness.ts';
import type { NearModel } from './models-for.ts';

/** Most characters of each part, so that three models and the steps stay readable on one page; the QR code leads to the rest. */
const most = { name: 160, summary: 280, need: 110, contact: 180 } as const;

const cut = (text: string, length: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length).replace(/\s+\S*$/, '')}…`;
};

/** A QR code as an SVG drawing, black on white. */
function codeSvg(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}"><path fill="#000" d="${qrPath(data)}"/></svg>`;
}

function modelPart({ story, km, adoptions }: NearModel, origin: URL) {
  const address = new URL(shortPath(story.id), origin).href;
  const result = mainResult(storyFigures(story, adoptions));
  const needs = doingTheSame(story).flatMap(({ name, said }) => (said === null ? [] : [`${name}: ${said}`]));
  return {
    name: cut(story.name, most.name),
    unit: [
      story.unitName,
      km !== null && `cách khoảng ${Math.max(1, Math.round(km))} km`,
      adoptions.length > 0 && adoptersWords(adoptions.length),
    ]
      .filter(Boolean)
      .join(' · '),
    result: result?.words ?? '',
    'result-name': result ? `${result.name} (${result.sureness})` : '',
    summary: cut(story.summary, most.summary),
    needs: needs.map((need) => cut(need, most.need)).join(' · '),
    contact: `Hỏi: ${cut(story.contact ?? `${story.unitName}, xem trang của mô hình`, most.contact)}`,
    sample: story.sample,
    address,
    code: codeSvg(address),
  };
}

/** What the typesetter is given for the sheet of a commune: src/gallery/sheets/server/sheet.typ. */
export function sheetOf(commune: Commune, models: readonly NearModel[], origin: URL) {
  const gallery = new URL(`/dien-hinh/`, origin).href;
  return {
    place: commune.fullName,
    title: `Cách làm hay, làm theo được ở ${commune.fullName.charAt(0).toLocaleLowerCase('vi')}${commune.fullName.slice(1)}`,
    movement: `Phong trào thi đua “${site.movement}”, ${site.years}`,
    models: models.map((model) => modelPart(model, origin)),
    none: 'Chưa có mô hình nào được công bố.',
    steps: [
      'Quét mã, đọc cách làm.',
      'Hỏi đơn vị đã làm.',
      'Tải dự thảo kế hoạch ở trang của mô hình.',
      `Làm rồi thì báo tại ${new URL('/ap-dung/', origin).href}.`,
    ],
    ask: `Hỏi thêm: UBND ${commune.fullName.charAt(0).toLocaleLowerCase('vi')}${commune.fullName.slice(1)}; ${site.leadAgency}, ${fillSlots(pressSlots.mobile)}`,
    more: `Mọi mô hình: ${gallery}`,
    code: codeSvg(gallery),
  };
}
