import { createHash } from 'node:crypto';
import { escapeMarkup } from '../../../platform/markup.ts';
import { holdLines } from '../../../vietnamese/held-lines.ts';
import { site } from '../../../vocabulary/site.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import { photoFiles } from '../../photos/photo-files.ts';
import { decisionWords } from '../../stories/citation.ts';
import { mainResult } from '../../stories/main-result.ts';
import { termsOf } from '../../stories/story-terms.ts';
import { storyFigures } from '../../stories/sureness.ts';
import { type Story, storyKindNames } from '../../story.ts';

const style = `:root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#17231d;background:#fbfaf5}a{color:inherit}article{display:flex;flex-wrap:wrap;gap:12px 16px;min-block-size:220px;box-sizing:border-box;padding:14px 16px;border:1px solid #c9c3ae;border-block-start:4px solid #10382a}img{inline-size:160px;max-inline-size:100%;block-size:auto;aspect-ratio:4/3;object-fit:cover}div{flex:1 1 15rem;min-inline-size:0}h1{margin:2px 0 6px;font-size:20px;line-height:1.3}p{margin:0 0 4px;overflow-wrap:anywhere}.figure{font-size:21px;font-weight:700;color:#10563c}.nowrap{white-space:nowrap}small{font-size:14px;font-weight:400}@media(prefers-color-scheme:dark){body{color:#ecebe2;background:#131a16}article{border-color:#4b574f}.figure{color:#8fd3b0}}`;

/** What the card may load: its own style and pictures of this site. */
export const cardPolicy = `default-src 'none'; img-src 'self'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;

const paragraph = (text: string | null, kind = ''): string =>
  text ? `<p${kind ? ` class="${kind}"` : ''}>${escapeMarkup(text)}</p>` : '';

/** The card of a story as a whole page: picture, who, what, main result and how sure it is, award; its links open the site in a new tab. */
export function cardHtml(story: Story, adoptions: readonly Adoption[], origin: string): string {
  const { photo, name, unitName, year } = story;
  const { awardForm } = termsOf(story);
  const result = mainResult(storyFigures(story, adoptions));
  const honour = [awardForm?.name, decisionWords(story)].filter(Boolean).join(', ');
  const picture = photo
    ? `<img src="${photoFiles(story.id, photo)[0].path}" alt="${escapeMarkup(photo.alt)}" width="160" height="120">`
    : '';
  const address = new URL(`/d/${story.id}`, origin).href;
  const credit = photo ? ` · Ảnh: ${escapeMarkup(photo.credit)}` : '';
  const card = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeMarkup(name)}</title><link rel="canonical" href="${address}"><base target="_blank"><style>${style}</style><article>${picture}<div>${paragraph(story.sample ? 'Dữ liệu minh họa – không phải thông tin thật' : null)}${paragraph(`${storyKindNames[story.kind]} · ${unitName} · ${year}`)}<h1><a href="${address}" rel="noopener">${escapeMarkup(name)}</a></h1>${result ? `${paragraph(result.name)}<p class="figure">${escapeMarkup(result.words)} <small>(${escapeMarkup(result.sureness)})</small></p>` : paragraph(story.summary)}${paragraph(honour)}<small>${escapeMarkup(site.name)}${credit}</small></div></article></html>`;
  return holdLines(card);
}
