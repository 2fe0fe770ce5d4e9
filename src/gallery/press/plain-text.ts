import { officialDate } from '../../vietnamese/official-date.ts';
import { dataSlots, pressSlots, site } from '../../vocabulary/site.ts';
import type { Adoption } from '../adoptions/adoption.ts';
import { doingTheSame } from '../do-the-same/needs.ts';
import { storyCitation } from '../stories/citation.ts';
import { figureLine } from '../stories/figure-line.ts';
import { localDay, storyPath } from '../stories/story-terms.ts';
import { storyFigures } from '../stories/sureness.ts';
import type { Story } from '../story.ts';

/** A heading and its lines; nothing where there are no lines. */
const part = (heading: string, lines: readonly (string | null | false)[]): string[] => {
  const said = lines.filter((line): line is string => Boolean(line));
  return said.length > 0 ? ['', heading.toLocaleUpperCase('vi'), ...said] : [];
};

/** A story as plain text that a newsroom pastes into its own system: text, figures, citations, photo, corrections, contact. */
export function storyPlainText(story: Story, origin: URL, adoptions: readonly Adoption[]): string {
  const { short, long } = storyCitation(story, new URL(`/d/${story.id}`, origin).href, adoptions);
  const { photo } = story;
  return [
    ...(story.sample ? ['[DỮ LIỆU MINH HỌA – KHÔNG CÓ THẬT]'] : []),
    story.name,
    story.unitName,
    '',
    story.summary,
    ...part('Lý do khen', [story.motivation]),
    ...part('Chỉ số', storyFigures(story, adoptions).map(figureLine)),
    ...part(
      'Muốn làm theo',
      doingTheSame(story).map(({ name, said }) => `${name}: ${said ?? 'đơn vị chưa nêu'}`),
    ),
    ...part('Bài viết (Markdown)', [story.body]),
    ...part('Trích dẫn ngắn', [short]),
    ...part('Trích dẫn đầy đủ', [long]),
    ...part('Ảnh', [
      photo && [photo.caption, `Ảnh: ${photo.credit}`].filter(Boolean).join(' '),
      photo && `Điều kiện dùng ảnh: ${pressSlots.photoTerms}`,
    ]),
    ...part(
      'Đính chính',
      story.corrections.map(({ day, text }) => `${officialDate(day)}: ${text}`),
    ),
    ...part('Liên hệ', [story.contact, `${site.leadAgency}: ${pressSlots.person}, ${pressSlots.mobile}`]),
    ...part('Nguồn', [
      `${site.owner}, ${site.name}, công bố ${officialDate(localDay(story.publishedAt))}`,
      new URL(storyPath(story), origin).href,
      `Giấy phép: ${dataSlots.licence}`,
    ]),
    '',
  ].join('\n');
}
