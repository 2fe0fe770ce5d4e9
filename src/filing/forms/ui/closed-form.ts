import { hasDrafts } from '../../drafts/device-storage.ts';

const unseen = document.querySelector<HTMLTemplateElement>('template[data-closed-form]');
const offer = document.querySelector<HTMLElement>('[data-left-draft]');
const drafts = unseen?.content.querySelector<HTMLElement>('draft-box');

/** Who left a draft on this device can read it and take it along, though nothing can be sent. */
if (unseen && offer && drafts && hasDrafts(drafts.dataset.form ?? '')) {
  offer.hidden = false;
  offer.querySelector('button')?.addEventListener('click', () => {
    offer.remove();
    unseen.replaceWith(unseen.content);
    drafts.tabIndex = -1;
    drafts.focus();
  });
}
