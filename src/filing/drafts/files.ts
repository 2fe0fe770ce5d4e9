import { filesName } from '../definitions/uploaded-file.ts';
import { newKey } from '../forms/ui/new-key.ts';
import type { Draft } from './draft.ts';
import { draftFile, draftOf, fileName, maxDraftFileBytes } from './draft-file.ts';
import { filedFrom } from './filed.ts';
import { showFiled } from './filed-panel.ts';
import { hideMessage, type Message, showMessage } from './panel.ts';
import { readableAnswers } from './read-answers.ts';
import { type RestoreTools, restore } from './restore.ts';

const refusals = {
  tooLarge: ['Tệp này lớn quá 8 MB, không phải bản nháp của trang này.'],
  unreadable: ['Máy không đọc được tệp này.'],
  noDraft: ['Hãy chọn tệp .html đã lưu bằng nút “Tải bản nháp” của trang này.'],
} as const;

const refusal = (texts: readonly string[]): Message => ({
  title: 'Không mở được bản nháp',
  texts: [...texts, 'Nội dung đang có trên trang không thay đổi.'],
});

/** Reads the form's id from a draft file; the file is parsed, never shown. */
function ofOtherForm(text: string): string[] {
  const { title } = new DOMParser().parseFromString(text.slice(0, text.indexOf('</title>') + 8), 'text/html');
  const name = title.replace(/^Bản nháp:\s*/, '').slice(0, 200);
  return [
    `Tệp này là bản nháp của một phiếu khác${name && `: “${name}”`}. Hãy mở tệp ở đúng trang của phiếu đó.`,
  ];
}

/** A draft file names no evidence files: several units may begin from it, but each evidence file is filed once. */
const withoutFiles = (draft: Draft): Draft => ({
  ...draft,
  answers: draft.answers.filter(({ name }) => name !== filesName),
});

/** Downloads the page as one draft file, to read or to continue on another device. */
export function download({ form, facts, keeper }: RestoreTools): void {
  const draft = withoutFiles(keeper.draft());
  const page = {
    title: facts.title,
    address: location.origin + location.pathname + location.search,
    answers: readableAnswers(form, facts.never),
  };
  const file = new Blob([draftFile(draft, page)], { type: 'text/html' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = fileName(draft);
  link.click();
  // Some browsers read the address a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Opens a file that `download` wrote on any device. For any other file shows why it cannot be opened. */
export async function openFile(file: File, tools: RestoreTools): Promise<void> {
  const refuse = (why: keyof typeof refusals) => showMessage(tools.place, refusal(refusals[why]));
  if (file.size > maxDraftFileBytes) return refuse('tooLarge');
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return refuse('unreadable');
  const draft = draftOf(text);
  if (!draft) return refuse('noDraft');
  if (draft.form !== tools.facts.id) return showMessage(tools.place, refusal(ofOtherForm(text)));
  const filed = filedFrom(tools.facts.id).find(({ keys }) => keys.includes(draft.key));
  if (!filed) return begin(draft, tools);
  // Let the reader decide: a second unit may begin from the same file.
  showFiled(tools.place, filed, {
    text: 'Điền thành phiếu mới',
    act: () => {
      hideMessage(tools.place);
      void begin({ ...draft, isPending: false }, tools);
    },
  });
}

/** Fills the page with the draft of a file. */
async function begin(draft: Draft, tools: RestoreTools): Promise<void> {
  // Several units may begin from one file, each with its own key. Only a draft that was sent keeps its key.
  const key = draft.isPending ? draft.key : newKey();
  await restore({ ...draft, key }, tools, draft.key);
}
