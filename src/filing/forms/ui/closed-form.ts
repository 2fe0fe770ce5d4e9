import { hasDrafts } from '../../drafts/device-storage.ts';

const unseen = document.querySelector<HTMLTemplateElement>('template[data-closed-form]');
const offer = document.querySelector<HTMLElement>('[data-left-draft]');
const drafts = unseen?.content.querySelector<HTMLElement>('draft-box');

/** Shows drafts of this device on a closed form, so that people can read and save them although nothing can be sent. */
if (unseen && offer && drafts && hasDrafts(drafts.dataset.form ?? '')) {
  offer.hidden = false;
  offer.querySelector('button')?.addEventListener('click', () => {
    offer.remove();
    unseen.replaceWith(unseen.content);
    drafts.tabIndex = -1;
    drafts.focus();
  });
}
