import { solve } from '../../abuse/proof-of-work/solve.ts';
import type { Notice } from '../show-errors.ts';
import type { Settled } from './read-reply.ts';
import { sendForm } from './send-form.ts';

const begun =
  'Chưa gửi. Máy này làm một phép tính ngắn trước, để không ai gửi được hàng loạt. Thường mất vài giây; xong thì tự gửi.';
const done = (quarters: number) => `Đang tính, đã được ${quarters * 25}%. Xong thì tự gửi.`;

const kept = 'Nội dung đã nhập vẫn còn nguyên trên trang.';
const stopped: Notice = {
  title: 'Chưa gửi',
  detail: `Đã dừng. ${kept} Bấm gửi khi muốn gửi.`,
};
const askedAgain: Notice = { title: 'Chưa gửi', detail: `${kept} Hãy chờ ít phút rồi bấm gửi lại.` };

/** This browser cannot solve the challenge in a worker. Without script, the server asks for a short wait instead. */
class CannotProveError extends Error {
  override readonly name = 'CannotProveError';
}

/** Shows a stop button beside the progress text. */
function showStop(form: HTMLFormElement, stop: AbortController): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet';
  button.textContent = 'Dừng, chưa gửi';
  button.addEventListener('click', () => stop.abort());
  form.querySelector('[data-sending]')?.after(button);
  return button;
}

/**
 * Solves the server's challenge and sends the submission once more under the same key. `say` receives the progress in words; a button
 * stops the work. Throws CannotProveError.
 */
export async function proveAndPost(
  form: HTMLFormElement,
  challenge: Record<string, unknown>,
  say: (words: string) => void,
): Promise<Settled> {
  const stop = new AbortController();
  const button = showStop(form, stop);
  let quarters = 0;
  say(begun);
  const proven = await solve(challenge, {
    stop: stop.signal,
    progress: (share) => {
      const now = Math.min(3, Math.floor(share * 4));
      if (now > quarters) say(done(now));
      quarters = now;
    },
  });
  button.remove();
  if (proven === 'stopped') return { kind: 'notice', notice: stopped };
  if (proven === 'impossible') throw new CannotProveError('No worker of this browser solves the challenge.');
  say('Đang gửi…');
  const reply = await sendForm(form, proven.altcha);
  return reply.kind === 'asked' ? { kind: 'notice', notice: askedAgain } : reply;
}
