/** Whether a field is not as the page came: typed in before any script listened, or put back by the browser. */
function isFieldTouched(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    const first = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
    return field.selectedIndex !== Math.max(0, first);
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  return (
    field instanceof HTMLInputElement &&
    field.type !== 'hidden' &&
    (field.value !== field.defaultValue || field.checked !== field.defaultChecked)
  );
}

/** Whether somebody answered in a form before its scripts came. */
export const isTouched = (form: HTMLFormElement): boolean =>
  [...form.querySelectorAll('[name]')].some(isFieldTouched);
