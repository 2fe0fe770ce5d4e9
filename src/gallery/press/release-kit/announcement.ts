import { officialDateTime } from '../../../vietnamese/official-date.ts';
import { pressSlots, site } from '../../../vocabulary/site.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import { shortCitation } from '../../stories/citation.ts';
import { mainResult } from '../../stories/main-result.ts';
import { shortPath } from '../../stories/story-terms.ts';
import { storyFigures } from '../../stories/sureness.ts';
import { type Story, storyKindNames } from '../../story.ts';
import { boilerplate } from '../kit-texts.ts';
import { embargoWords, type PressRelease, releasePaths } from './release.ts';

/** “12 điển hình (7 tập thể, 3 cá nhân, 2 mô hình)”. */
export function countWords(stories: readonly Pick<Story, 'kind'>[]): string {
  const kinds = (['tap-the', 'ca-nhan', 'mo-hinh'] as const).flatMap((kind) => {
    const count = stories.filter((story) => story.kind === kind).length;
    return count > 0 ? [`${count} ${storyKindNames[kind].toLocaleLowerCase('vi')}`] : [];
  });
  return `${stories.length.toLocaleString('vi')} điển hình (${kinds.join(', ')})`;
}

/** A heading and its paragraphs. */
export interface AnnouncementPart {
  heading: string;
  lines: readonly string[];
}

/**
 * What is told of a release, part by part: whom it honours, with which results, what the movement is, whom to call.
 * @param adoptions the public adoptions of models, which make their figures surer
 */
export function announcementParts(
  release: PressRelease,
  stories: readonly Story[],
  origin: URL,
  adoptions: readonly Adoption[],
): readonly AnnouncementPart[] {
  const address = (path: string) => new URL(path, origin).href;
  const results = stories.flatMap((story) => {
    const own = adoptions.filter(({ model }) => model === story.id);
    const result = mainResult(storyFigures(story, own));
    return result
      ? [`${story.unitName}: ${result.name}, ${result.words}, ${result.sureness} (mã ${story.id})`]
      : [];
  });
  const parts = [
    {
      heading: release.name,
      lines: [
        `${officialDateTime(release.at)}, ${site.name} công bố ${countWords(stories)} trong Phong trào thi đua “${site.movement}” (${site.years}).`,
        ...(release.isHeld ? [] : [address(releasePaths(release.slug).page)]),
      ],
    },
    {
      heading: 'Danh sách',
      lines: stories.map((story, index) => {
        const short = address(shortPath(story.id));
        return `${index + 1}. ${shortCitation(story)}. ${short}`;
      }),
    },
    { heading: 'Kết quả nêu trong bài', lines: results },
    { heading: 'Về phong trào', lines: boilerplate.slice(0, 1).map(({ vi }) => vi) },
    {
      heading: 'Liên hệ',
      lines: [
        `Trực báo chí, ${site.leadAgency}: ${pressSlots.person}, ${pressSlots.mobile}, ${pressSlots.mail}`,
        `Điều kiện dùng ảnh: ${pressSlots.photoTerms}`,
      ],
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** The first lines of every text of a release: the embargo while it is held, and that samples are invented. */
export const warningsOf = (release: PressRelease, stories: readonly Pick<Story, 'sample'>[]): string[] =>
  [
    embargoWords(release),
    stories.some(({ sample }) => sample) ? '[DỮ LIỆU MINH HỌA – KHÔNG CÓ THẬT]' : null,
  ].filter((line) => line !== null);

/** The announcement of a release as plain text. */
export const announcementText = (
  release: PressRelease,
  stories: readonly Story[],
  origin: URL,
  adoptions: readonly Adoption[],
): string =>
  [
    ...warningsOf(release, stories).flatMap((line) => [line, '']),
    'THÔNG TIN CHO BÁO CHÍ',
    ...announcementParts(release, stories, origin, adoptions).flatMap(({ heading, lines }) => [
      '',
      heading.toLocaleUpperCase('vi'),
      ...lines,
    ]),
    '',
  ].join('\r\n');
