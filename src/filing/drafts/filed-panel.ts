import { officialDateTime } from '../../vietnamese/official-date.ts';
import { type Filed, forgetFiledHere } from './filed.ts';
import { showMessage } from './panel.ts';

/** What a page says of a filing that was received before, with the ways on; `anew` is what a new filing begins with. */
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

/** The page is a filing that was received: it says so in the place of the form. */
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
