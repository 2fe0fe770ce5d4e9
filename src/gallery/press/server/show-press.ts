import { renderSVG } from 'uqr';
import { makeElement } from '../../../platform/dom/make-element.ts';
import { officialDate } from '../../../vietnamese/official-date.ts';
import type { Adoption } from '../../adoptions/adoption.ts';
import { embedCode } from '../../embed/embed-path.ts';
import { honourPath } from '../../honours/statement.ts';
import { cropFiles, originalPath, photoFiles } from '../../photos/photo-files.ts';
import { storyCitation } from '../../stories/citation.ts';
import { contactParts } from '../../stories/contact-parts.ts';
import { storyPath } from '../../stories/story-terms.ts';
import type { Story } from '../../story.ts';
import { pressPaths } from '../press-path.ts';

const megabytes = new Intl.NumberFormat('vi', { maximumFractionDigits: 1 });

/** The files of a photo, each as the words of its link and what follows them. */
function photoLinks(id: Story['id'], photo: NonNullable<Story['photo']>) {
  const { original, width, height } = photo;
  const largest = photoFiles(id, photo).at(-1);
  const size =
    original && `${original.width} × ${original.height}, ${megabytes.format(original.bytes / 1e6)} MB`;
  return [
    ...(original
      ? [
          {
            path: originalPath(id),
            name: `Ảnh gốc (JPEG, ${size})`,
            note: ': đúng điểm ảnh đã nhận, nguồn ảnh ghi sẵn trong tệp',
          },
        ]
      : []),
    ...(largest ? [{ path: largest.path, name: 'Ảnh trên trang', note: ` (${width} × ${height})` }] : []),
    ...cropFiles(id, photo).map(({ path, name, size }) => ({
      path,
      name,
      note: size ? ` (${size.width} × ${size.height})` : '',
    })),
  ];
}

/** Puts a story into the built page of PressStory.astro and PressStoryFacts.astro. */
export function showPress(
  document: Document,
  story: Story,
  origin: string,
  adoptions: readonly Adoption[],
): void {
  const { id, photo, corrections, contact } = story;
  const part = (name: string) => document.querySelector(`[data-press="${name}"]`);
  const say = (name: string, text: string) => {
    const place = part(name);
    const box = place?.querySelector('[data-text]') ?? place;
    if (box) box.textContent = text;
  };
  const lead = (name: string, href: string) => part(name)?.setAttribute('href', href);
  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, text = '') =>
    makeElement(name, text, document);
  const short = new URL(`/d/${id}`, origin).href;
  const citation = storyCitation(story, short, adoptions);

  document.title = `Báo chí: ${story.name}`;
  part('none')?.remove();
  for (const name of ['story', 'facts']) part(name)?.removeAttribute('hidden');
  for (const [name, text] of Object.entries({
    name: story.name,
    unit: story.unitName,
    short: citation.short,
    long: citation.long,
    address: short,
    embed: embedCode(story, origin),
  }))
    say(name, text);
  lead('page', storyPath(story));
  lead('verify', `/xac-minh/?q=${id}`);
  lead('signed', honourPath(id));
  lead('text', pressPaths(id).text);
  if (story.decisionNumber === null) part('signed')?.remove();
  if (!story.sample) part('sample')?.remove();
  const code = part('code');
  code?.setAttribute('aria-label', `Mã QR dẫn tới ${short}`);
  if (code) code.innerHTML = renderSVG(short, { ecc: 'M', border: 2, pixelSize: 4 });

  if (corrections.length === 0) part('corrections')?.remove();
  const said = corrections.toReversed().map(({ day, text }) => make('li', `${officialDate(day)}: ${text}`));
  part('corrections')
    ?.querySelector('ul')
    ?.replaceChildren(...said);

  if (contact !== null) {
    const pieces = contactParts(contact).map(({ text, href }) => {
      if (href === undefined) return text;
      const link = make('a', text);
      link.setAttribute('href', href);
      return link;
    });
    part('contact')?.replaceChildren(...pieces);
  }
  say('contact-name', story.unitName);

  if (!photo) {
    part('photo')?.remove();
    return;
  }
  say('caption', [photo.caption, `Ảnh: ${photo.credit}`].filter(Boolean).join(' '));
  const [small] = photoFiles(id, photo);
  const image = part('photo')?.querySelector('img');
  image?.setAttribute('src', small.path);
  image?.setAttribute('alt', photo.alt);
  image?.setAttribute('height', String(Math.round((480 * photo.height) / photo.width)));
  const links = photoLinks(id, photo).map(({ path, name, note }) => {
    const link = make('a', name);
    link.setAttribute('href', path);
    link.setAttribute('download', '');
    const item = make('li');
    item.append(link, note);
    return item;
  });
  part('photo')
    ?.querySelector('ul')
    ?.replaceChildren(...links);
}
