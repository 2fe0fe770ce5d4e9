import { escapeMarkup } from '../../platform/markup.ts';
import type { Photo } from '../story.ts';

const inVietnamese = (text: string) =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeMarkup(text)}</rdf:li></rdf:Alt>`;

/**
 * What a newsroom's programs read from a picture, by the IPTC Photo Metadata Standard, as XMP: caption, description, credit, and
 * the page that it comes from. https://www.iptc.org/std/photometadata/specification/
 */
export function photoXmp({ alt, caption, credit }: Omit<Photo, 'attachment'>, page: string): string {
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"',
    ` photoshop:Credit="${escapeMarkup(credit)}" photoshop:Source="${escapeMarkup(page)}" xmpRights:WebStatement="${escapeMarkup(page)}">`,
    `<dc:description>${inVietnamese(caption ?? alt)}</dc:description>`,
    `<dc:creator><rdf:Seq><rdf:li>${escapeMarkup(credit)}</rdf:li></rdf:Seq></dc:creator>`,
    `<Iptc4xmpCore:AltTextAccessibility>${inVietnamese(alt)}</Iptc4xmpCore:AltTextAccessibility>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('');
}
