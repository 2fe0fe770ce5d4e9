// A button may ask for a file: the browser posts the form itself and saves what comes. The listeners that file a form in the
// background stand on the form; this one hears of it first.
document.addEventListener(
  'submit',
  (event) => {
    if (event.submitter?.hasAttribute('data-gives-file')) event.stopImmediatePropagation();
  },
  { capture: true },
);
