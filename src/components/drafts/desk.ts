import { showNotice } from '../../forms/show-errors.ts';
import { deviceStorage } from './device-storage.ts';
import { draftStore } from './draft-store.ts';
import { factsOf } from './form-facts.ts';
import { Keeper, type Kept } from './keeper.ts';
import { type OfferTools, showOffers } from './offers.ts';
import { hideMessage } from './panel.ts';
import { sayPause } from './pauses.ts';
import { Resender } from './resender.ts';
import { watchButtons } from './watch-buttons.ts';

/** What happens to a filing, for the draft of it. */
export interface Desk {
  /** Before each try: the draft says from now on that it is on its way. */
  sending: () => void;
  /** The server has it: nothing is left here. */
  received: () => void;
  /** The server answered and did not take it. */
  refused: () => void;
  /** No answer that counts: `again` is called after a pause of at least `askedMs`. Returns the pause in words. */
  later: (askedMs: number, again: () => void) => string;
}

const edited = {
  title: 'Chưa gửi',
  detail: 'Nội dung vừa được sửa nên không tự gửi nữa. Sửa xong, hãy bấm gửi.',
};

const elsewhere = 'không ở nơi khác. Dùng máy chung thì xóa bản nháp trước khi rời máy.';
const clock = new Intl.DateTimeFormat('vi', { hour: '2-digit', minute: '2-digit' });

function say(state: Element, kept: Kept): void {
  state.classList.toggle('over', kept.is === 'refused');
  if (kept.is === 'kept')
    state.textContent = `Chưa gửi. Đã lưu trên máy này lúc ${clock.format(kept.at)}, ${elsewhere}`;
  if (kept.is === 'empty')
    state.textContent = `Chưa gửi. Nội dung nhập vào được lưu tạm trên máy này, ${elsewhere}`;
  if (kept.is === 'refused') {
    state.textContent =
      'Chưa gửi, và trình duyệt không lưu được trên máy này. Hãy dùng “Tải bản nháp” trước khi đóng trang.';
  }
}

/** Never asks while the draft is safe: only where the browser keeps nothing. */
function warnBeforeLeaving(isUnsafe: () => boolean): void {
  window.addEventListener('beforeunload', (event) => {
    if (isUnsafe()) event.preventDefault();
  });
}

/** What the desk finds in its box; undefined where the page has none of it. */
function partsOf(box: HTMLElement) {
  const part = (name: string) => box.querySelector<HTMLElement>(`[data-draft="${name}"]`);
  const [list, place, state] = [part('list'), part('place'), part('state')];
  return list && place && state ? { list, place, state } : undefined;
}

/**
 * Begins to keep the drafts of a form: lists those of earlier visits, keeps what is typed, opens and gives files.
 * `wasTyped` when something was typed before this code arrived. Undefined where the box has not its parts.
 */
export function openDesk(box: HTMLElement, form: HTMLFormElement, wasTyped: boolean): Desk | undefined {
  const parts = partsOf(box);
  if (!parts) return undefined;
  const { list, place, state } = parts;
  const facts = factsOf(box);
  const store = draftStore(deviceStorage(), facts.id);
  let isUnsafe = false;
  const keeper = new Keeper({
    form,
    facts,
    store,
    say: (kept) => {
      isUnsafe = kept.is === 'refused';
      say(state, kept);
    },
  });
  const tools: OfferTools = { form, facts, keeper, store, list, place, restored: () => showOffers(tools) };
  const resender = new Resender();
  warnBeforeLeaving(() => isUnsafe);
  watchButtons(box, tools);
  const typed = () => {
    keeper.touch();
    if (resender.stop()) showNotice(document, form, edited);
  };
  form.addEventListener('input', typed);
  form.addEventListener('change', () => keeper.touch());
  document.addEventListener('visibilitychange', () => keeper.save());
  window.addEventListener('pagehide', () => {
    keeper.save();
    keeper.letGo();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) keeper.reopen();
  });
  // Another tab kept, sent or dropped a draft.
  window.addEventListener('storage', () => showOffers(tools));
  if (wasTyped) keeper.touch();
  showOffers(tools);
  return {
    sending: () => {
      resender.stop();
      keeper.joinPending();
      keeper.markPending(true);
      showOffers(tools);
    },
    received: () => {
      resender.reset();
      isUnsafe = false;
      keeper.close();
      hideMessage(place);
    },
    refused: () => {
      resender.reset();
      keeper.markPending(false);
    },
    later: (askedMs, again) => sayPause(resender.wait(askedMs, again)),
  };
}
