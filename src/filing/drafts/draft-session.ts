import { showNotice } from '../forms/show-errors.ts';
import { offerContact, rememberContact } from './contact.ts';
import { deviceStorage } from './device-storage.ts';
import { draftStore } from './draft-store.ts';
import { rememberFiled } from './filed.ts';
import { askOfFiledBefore, whoAndWhat } from './filed-before.ts';
import { asksConsent, readFormFacts } from './form-facts.ts';
import { DraftAutosave } from './draft-autosave.ts';
import { type OfferTools, showOffers } from './offers.ts';
import { hideMessage } from './panel.ts';
import { sayPause } from './retry-delays.ts';
import { Resender } from './resender.ts';
import { sayKept, sayResumed } from './state-line.ts';
import { forgetTabPlace, keepTabPlace, readTabPlace } from './tab-place.ts';
import { watchButtons } from './watch-buttons.ts';
import { whatPageIs } from './what-page-is.ts';

/** A receipt, as far as the page that filed knows it. */
interface ReceivedFiling {
  code: string;
  at: Date;
  receiptUrl: string;
}

/** What happens to a filing, for the draft of it. */
export interface Desk {
  /** Before each try: the draft says from now on that it is on its way. */
  sending: () => void;
  /** The server has it: no draft is left here, and who comes back to the page is told. */
  received: (receipt: ReceivedFiling) => void;
  /** The server answered and did not take it. */
  refused: () => void;
  /** No answer that counts: `again` is called after a pause of at least `askedMs`. Returns the pause in words. */
  later: (askedMs: number, again: () => void) => string;
}

const edited = {
  title: 'Chưa gửi',
  detail: 'Nội dung vừa được sửa nên không tự gửi nữa. Sửa xong, hãy bấm gửi.',
};

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

/** Remembers in which draft and at which step this tab is, whenever its page may go. */
function keepPlace(keeper: DraftAutosave, form: string, isUnsafe: () => boolean): void {
  const { keptKey: key } = keeper;
  if (key) keepTabPlace(form, { key, step: location.hash, draft: isUnsafe() ? keeper.draft() : undefined });
}

/**
 * Begins to keep the drafts of a form: goes on where this tab was, lists those of earlier visits, keeps what is typed, opens and
 * gives files. `wasTyped` when something was typed before this code arrived. Undefined where the box has not its parts.
 */
export function openDesk(box: HTMLElement, form: HTMLFormElement, wasTyped: boolean): Desk | undefined {
  const parts = partsOf(box);
  if (!parts) return undefined;
  const { list, place, state } = parts;
  const facts = readFormFacts(box);
  const store = draftStore(deviceStorage(), facts.id);
  let isUnsafe = false;
  const remember = () => keepPlace(keeper, facts.id, () => isUnsafe);
  const keeper = new DraftAutosave({
    form,
    facts,
    store,
    say: (kept) => {
      isUnsafe = kept.is === 'refused';
      sayKept(state, kept);
      if (kept.is === 'empty') forgetTabPlace(facts.id);
      else remember();
    },
  });
  const tools: OfferTools = { form, facts, keeper, store, list, place, restored: () => showOffers(tools) };
  const page = whatPageIs(box, tools);
  const step = readTabPlace(facts.id)?.step ?? '';
  const resender = new Resender();
  warnBeforeLeaving(() => isUnsafe);
  watchButtons(box, tools);
  const typed = () => {
    keeper.touch();
    if (resender.stop()) showNotice(document, form, edited);
  };
  form.addEventListener('input', typed);
  form.addEventListener('change', () => {
    keeper.touch();
    askOfFiledBefore(form, facts);
  });
  const save = () => {
    keeper.save();
    remember();
  };
  document.addEventListener('visibilitychange', save);
  window.addEventListener('pagehide', () => {
    save();
    keeper.letGo();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    keeper.reopen();
    page.tellFiled();
  });
  // Another tab kept, sent or dropped a draft.
  window.addEventListener('storage', () => {
    showOffers(tools);
    page.tellFiled();
  });
  showOffers(tools);
  void page.goOn().then((draft) => {
    if (draft) sayResumed(state, draft, step, asksConsent(form, facts));
    else {
      if (wasTyped) keeper.touch();
      // What was left here is on the first screen.
      if (!list.hidden) list.scrollIntoView({ block: 'nearest' });
    }
    offerContact(form);
    askOfFiledBefore(form, facts);
  });
  return {
    sending: () => {
      resender.stop();
      keeper.joinPending();
      keeper.markPending(true);
      showOffers(tools);
    },
    received: (receipt) => {
      resender.reset();
      isUnsafe = false;
      rememberContact(form);
      rememberFiled(facts.id, {
        ...receipt,
        keys: [keeper.key, keeper.origin].filter(Boolean),
        ...whoAndWhat(form),
      });
      keeper.close();
      forgetTabPlace(facts.id);
      hideMessage(place);
    },
    refused: () => {
      resender.reset();
      keeper.markPending(false);
    },
    later: (askedMs, again) => sayPause(resender.wait(askedMs, again)),
  };
}
