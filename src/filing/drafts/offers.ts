import { officialDateTime } from '../../vietnamese/official-date.ts';
import type { Draft } from './draft.ts';
import type { DraftStore } from './draft-store.ts';
import { buttons, hideMessage, showMessage } from './panel.ts';
import { type RestoreTools, restore } from './restore.ts';

/** The parts that the list of drafts needs. */
export interface OfferTools extends RestoreTools {
  store: DraftStore;
  /** Where the drafts are listed. */
  list: HTMLElement;
}

function discard(draft: Draft, tools: OfferTools): void {
  const { store, place } = tools;
  showMessage(place, {
    title: `Bỏ hẳn bản nháp lưu lúc ${officialDateTime(draft.savedAt)}?`,
    texts: ['Bản nháp này sẽ bị xóa khỏi máy và không lấy lại được.'],
    choices: [
      {
        text: 'Bỏ hẳn',
        act: () => {
          store.remove(draft.key);
          hideMessage(place);
          showOffers(tools);
        },
      },
      { text: 'Giữ lại', act: () => hideMessage(place) },
    ],
  });
}

function offer(draft: Draft, tools: OfferTools): HTMLElement {
  const item = document.createElement('div');
  const words = document.createElement('p');
  const name = document.createElement('strong');
  name.textContent = draft.isPending
    ? 'Lần trước chưa gửi xong'
    : `Bản nháp lưu trên máy này lúc ${officialDateTime(draft.savedAt)}`;
  const about = draft.isPending ? `, lưu lúc ${officialDateTime(draft.savedAt)}` : '';
  const fate = draft.isPending ? 'chưa rõ đã đến nơi hay chưa' : 'chưa gửi';
  words.append(name, `${about}: ${draft.answers.length} câu đã trả lời, ${fate}.`);
  const choices = [
    { text: draft.isPending ? 'Mở lại để gửi' : 'Tiếp tục điền', act: () => void restore(draft, tools) },
    { text: 'Bỏ bản nháp', act: () => discard(draft, tools) },
  ];
  item.append(words, buttons(choices));
  return item;
}

/** Lists the drafts of this form on this device, except the page's own. */
export function showOffers(tools: OfferTools): void {
  const { store, list, keeper } = tools;
  const others = store.all().filter(({ key }) => key !== keeper.key);
  list.replaceChildren(...others.map((draft) => offer(draft, tools)));
  list.hidden = others.length === 0;
}
