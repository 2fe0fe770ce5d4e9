import type { Document } from 'docx';
import { title } from '../../../filing/dossier/head.ts';
import { officialPaper } from '../../../filing/dossier/paper.ts';
import { heading, paragraph, paragraphs } from '../../../filing/dossier/paragraphs.ts';
import { slot } from '../../../filing/dossier/slot.ts';
import { fillSlots } from '../../../vocabulary/slots.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import { storyCitation } from '../../stories/citation.ts';
import { figureLine } from '../../stories/figure-line.ts';
import { shortPath } from '../../stories/story-terms.ts';
import { storyFigures } from '../../stories/sureness.ts';
import type { Story } from '../../story.ts';
import { announcementParts, warningsOf } from './announcement.ts';
import type { PressRelease } from './release.ts';

/** What the press will ask for and the row does not say. */
export function missingForPress({ photo, contact, decisionNumber, kind, indicators }: Story): string[] {
  return [
    photo ? null : 'chưa có ảnh',
    contact === null ? 'chưa có đầu mối công khai' : null,
    kind !== 'mo-hinh' && decisionNumber === null ? 'chưa có số quyết định' : null,
    indicators.length === 0 ? 'chưa có chỉ số' : null,
  ].filter((said) => said !== null);
}

/** One honoree of the book: how it is named in print, its figures, its photo, whom to call, what is missing. */
function storyPages(story: Story, release: PressRelease, origin: URL, adoptions: readonly Adoption[]) {
  const { photo, contact } = story;
  const own = adoptions.filter(({ model }) => model === story.id);
  const { long } = storyCitation(story, new URL(shortPath(story.id), origin).href, own);
  const missing = missingForPress(story);
  return [
    heading(`${story.id}. ${story.name}`),
    paragraph(story.unitName),
    ...paragraphs(story.summary),
    ...storyFigures(story, own).map((figure) => paragraph(figureLine(figure))),
    paragraph(`Trích dẫn: ${long}`),
    ...(photo ? [paragraph(`Ảnh: ${[photo.caption, photo.credit].filter(Boolean).join(' – ')}`)] : []),
    paragraph(`Đầu mối: ${contact ?? slot('đầu mối của đơn vị')}`),
    ...(release.isHeld && missing.length > 0
      ? [paragraph(`Báo chí sẽ hỏi: ${missing.join(', ')}.`, { italics: true })]
      : []),
  ];
}

/** The book of a release for staff who meet the press: the announcement, a slot for who speaks, then every honoree. */
export function pressBook(
  release: PressRelease,
  stories: readonly Story[],
  origin: URL,
  adoptions: readonly Adoption[],
): Document {
  return officialPaper({
    title: 'Sổ báo chí',
    children: [
      ...title('SỔ BÁO CHÍ', release.name),
      ...warningsOf(release, stories).map((line) => paragraph(line, { bold: true })),
      ...announcementParts(release, stories, origin, adoptions).flatMap(({ heading: name, lines }) => [
        heading(name),
        ...lines.map((each) => paragraph(fillSlots(each))),
      ]),
      heading('Người phát biểu'),
      paragraph(slot('họ tên, chức vụ người phát biểu; lời được trích')),
      ...stories.flatMap((story) => storyPages(story, release, origin, adoptions)),
    ],
  });
}
