/** Buttons that open another page or download a file: they make a dossier or store files one by one. */
const ownAnswers = '[data-gives-file], [data-by-hand] button';

// The browser posts the form itself and shows or saves what comes. The listeners that file a form in the background stand on the
// form; this one hears of it first.
document.addEventListener(
  'submit',
  (event) => {
    if (event.submitter?.matches(ownAnswers)) event.stopImmediatePropagation();
  },
  { capture: true },
);
