import { showNotice } from '../forms/show-errors.ts';
import { offerContact, rememberContact } from './contact.ts';
import { controlsOf, isAsSent } from './controls.ts';
import { deviceStorage } from './device-storage.ts';
import { DraftAutosave } from './draft-autosave.ts';
import { draftStore } from './draft-store.ts';
import { rememberFiled } from './filed.ts';
import { askOfFiledBefore, whoAndWhat } from './filed-before.ts';
import { asksConsent, readFormFacts } from './form-facts.ts';
import { type OfferTools, showOffers } from './offers.ts';
import { hideMessage } from './panel.ts';
import { Resender } from './resender.ts';
import { sayPause } from './retry-delays.ts';
import { sayKept, sayResumed } from './state-line.ts';
import { forgetTabPlace, keepTabPlace, readTabPlace } from './tab-place.ts';
import { watchButtons } from './watch-buttons.ts';
import { whatPageIs } from './what-page-is.ts';

/** The parts of a receipt that the form's page knows. */
interface ReceivedSubmission {
  code: string;
  at: Date;
  receiptUrl: string;
}

/** What sending reports to the draft. */
export interface Desk {
  /** Called before each try: marks the draft as being sent. */
  sending: () => void;
  /** The server stored the submission: deletes the draft and remembers the receipt for a return to the page. */
  received: (receipt: ReceivedSubmission) => void;
  /** The server answered and refused the submission. */
  refused: () => void;
  /** No usable answer came: calls `again` after a pause of at least `askedMs`. Returns the pause in words. */
  later: (askedMs: number, again: () => void) => string;
}

const edited = {
  title: 'Chưa gửi',
  detail: 'Nội dung vừa được sửa nên không tự gửi nữa. Sửa xong, hãy bấm gửi.',
};

/** Warns before the page is left, but only if the browser could not store the draft. */
function warnBeforeLeaving(isUnsafe: () => boolean): void {
  window.addEventListener('beforeunload', (event) => {
    if (isUnsafe()) event.preventDefault();
  });
}

/** The parts of the draft box; undefined if the page lacks them. */
function partsOf(box: HTMLElement) {
  const part = (name: string) => box.querySelector<HTMLElement>(`[data-draft="${name}"]`);
  const [list, place, state] = [part('list'), part('place'), part('state')];
  return list && place && state ? { list, place, state } : undefined;
}

/** Remembers the draft and the step of this tab whenever the page may be unloaded. */
function keepPlace(keeper: DraftAutosave, form: string, isUnsafe: () => boolean): void {
  const { keptKey: key } = keeper;
  if (key) keepTabPlace(form, { key, step: location.hash, draft: isUnsafe() ? keeper.draft() : undefined });
}

/**
 * Starts the drafts of a form: resumes the draft of this tab, lists those of earlier visits, starts autosave and handles draft
 * files. `wasTyped`: something was typed before this code loaded. Undefined if the draft box lacks its parts.
 */
export function openDesk(box: HTMLElement, form: HTMLFormElement, wasTyped: boolean): Desk | undefined {
  const parts = partsOf(box);
  if (!parts) return undefined;
  const { list, place, state } = parts;
  // Before any code listened, only the fields can tell.
  const isBegun = wasTyped || !controlsOf(form).every(isAsSent);
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
  // Another tab saved, sent or deleted a draft.
  window.addEventListener('storage', () => {
    showOffers(tools);
    page.tellFiled();
  });
  showOffers(tools);
  void page.goOn().then((draft) => {
    if (draft) sayResumed(state, draft, step, asksConsent(form, facts));
    else {
      // After Back the browser puts back what was sent; a filed form is no draft.
      if (isBegun && !form.hidden) keeper.touch();
      // Show drafts left on this device at once.
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
