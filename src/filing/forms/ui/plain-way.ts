/**
 * Posts a form as a browser without script does; the answer page replaces this one and opens at the same step. The key goes along,
 * so that a submission that was already stored is not stored twice.
 */
export function sendPlainly(form: HTMLFormElement): void {
  form.action = form.action.replace(/#.*|$/, location.hash);
  form.submit();
}

/** Runs `send` in place of the browser's form post. If `send` fails in any way, the browser posts the form. */
export async function orPlainly(form: HTMLFormElement, send: () => unknown): Promise<void> {
  try {
    await send();
  } catch (error) {
    console.error(error);
    sendPlainly(form);
  }
}

/** Runs something optional; the form continues if it fails. */
export function ifItCan<Given>(act: () => Given): Given | undefined {
  try {
    return act();
  } catch (error) {
    console.error(error);
    return undefined;
  }
}
