import { dayInVietnam, officialDateTime } from '../../vietnamese/official-date.ts';
import { type Draft, readDraft, writeDraft } from './draft.ts';

/** A question of the form and its answer so far, in words. */
export interface ReadableAnswer {
  section: string;
  label: string;
  /** Empty if nothing was answered. */
  shown: readonly string[];
}

/** The facts about the form in a draft file. */
export interface FilePage {
  title: string;
  /** Address of the form’s page. */
  address: string;
  answers: readonly ReadableAnswer[];
}

/** Larger than any draft file that the site makes. */
export const maxDraftFileBytes = 8 * 1024 * 1024;

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities.get(sign) ?? sign);

/** Writes JSON in which no sign can end a script element or open another. */
const scriptSafe = (json: string) =>
  json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const opening = '<script type="application/json" id="ban-nhap">';

const style = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;color:#1a211d;background:#fff}
h1,h2{line-height:1.25}h2{margin-top:2rem;border-top:2px solid #0f4a35;padding-top:.75rem}
.chua-gui{border:2px solid #8a3206;padding:.75rem 1rem}dt{font-weight:700;margin-top:1rem}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.trong{color:#4b554e;font-style:italic}dt{break-after:avoid}`;

function questionOf({ label, shown }: ReadableAnswer): string {
  const said = shown.map((text) => `<dd>${escapeHtml(text)}</dd>`).join('');
  return `<dt>${escapeHtml(label)}</dt>${said || '<dd class="trong">Chưa trả lời</dd>'}`;
}

function listOf(answers: readonly ReadableAnswer[]): string {
  const sections = [...new Set(answers.map(({ section }) => section))];
  return sections
    .map((section) => {
      const questions = answers.filter((answer) => answer.section === section).map(questionOf);
      return `${section && `<h2>${escapeHtml(section)}</h2>\n`}<dl>\n${questions.join('\n')}\n</dl>`;
    })
    .join('\n');
}

/** Writes a draft as one HTML file to read and print; `draftOf` reads it back. Answers are escaped. */
export function draftFile(draft: Draft, { title, address, answers }: FilePage): string {
  const savedAt = officialDateTime(draft.savedAt);
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Bản nháp: ${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>Bản nháp: ${escapeHtml(title)}</h1>
<p class="chua-gui"><strong>Chưa gửi.</strong> Tệp này chỉ giữ nội dung đã nhập, lưu lúc ${escapeHtml(savedAt)}. Để điền tiếp và gửi: mở trang ${escapeHtml(address)}, bấm “Mở bản nháp” rồi chọn tệp này. Các ô cam kết, đồng ý không được giữ; đánh dấu lại khi gửi. Tệp minh chứng không nằm trong bản nháp này; chọn lại tệp khi gửi.</p>
${listOf(answers)}
${opening}${scriptSafe(writeDraft(draft))}</script>
</body>
</html>
`;
}

/** Name of the draft file: form and minute. */
export function fileName({ form, savedAt }: Draft): string {
  const time = officialDateTime(savedAt).slice(0, 5).replace(':', '');
  return `ban-nhap-${form}-${dayInVietnam(savedAt)}-${time}.html`;
}

/** Reads the draft in a file's text; undefined if there is none. The text is never run or shown as markup. */
export function draftOf(text: string): Draft | undefined {
  const start = text.indexOf(opening);
  if (start < 0) return undefined;
  const json = text.slice(start + opening.length);
  const end = json.indexOf('<');
  return end < 0 ? undefined : readDraft(json.slice(0, end));
}
