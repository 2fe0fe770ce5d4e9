import { officialDateTime } from '../../vietnamese/official-date.ts';
import { type Filed, forgetFiledHere } from './filed.ts';
import { showMessage } from './panel.ts';

/** The message about a submission that was received before, with its choices; `anew` starts a new submission. */
export function showFiled(place: HTMLElement, filed: Filed, anew: { text: string; act: () => void }): void {
  const { code, at, receiptUrl } = filed;
  const toReceipt = receiptUrl || (code && `/tra-cuu/?ma=${code}`);
  showMessage(place, {
    title: code ? `Phiếu này đã gửi, mã ${code}` : 'Bảng này đã gửi',
    texts: [`Đã nhận lúc ${officialDateTime(at)}. Không cần gửi lại.`],
    choices: [
      ...(toReceipt
        ? [{ text: receiptUrl ? 'Xem biên nhận' : 'Tra cứu hồ sơ', act: () => location.assign(toReceipt) }]
        : []),
      anew,
    ],
  });
}

/** Shows in place of the form that its submission was received. */
export function becomeFiled(box: HTMLElement, form: HTMLFormElement, place: HTMLElement, filed: Filed): void {
  form.hidden = true;
  box.toggleAttribute('data-filed', true);
  showFiled(place, filed, {
    text: 'Phiếu mới',
    act: () => {
      forgetFiledHere(box.dataset.form ?? '');
      const address = location.pathname + location.search;
      history.replaceState(null, '', address);
      location.replace(address);
    },
  });
}
