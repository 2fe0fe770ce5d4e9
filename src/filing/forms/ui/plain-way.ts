/**
 * Sends a form as the browser does without script: the page that answers takes over, and opens at the same step. Its key goes with
 * it, so that a filing that had arrived already is not made twice.
 */
export function sendPlainly(form: HTMLFormElement): void {
  form.action = form.action.replace(/#.*|$/, location.hash);
  form.submit();
}

/** Does what stands in for the browser's own sending; where that fails in any way, the browser sends the form after all. */
export async function orPlainly(form: HTMLFormElement, send: () => unknown): Promise<void> {
  try {
    await send();
  } catch (error) {
    console.error(error);
    sendPlainly(form);
  }
}

/** Does what a form can do without; where it fails, the form goes on. */
export function ifItCan<Given>(act: () => Given): Given | undefined {
  try {
    return act();
  } catch (error) {
    console.error(error);
    return undefined;
  }
}
