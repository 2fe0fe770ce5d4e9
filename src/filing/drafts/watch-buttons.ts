import { download, openFile } from './files.ts';
import type { OfferTools } from './offers.ts';
import { showMessage } from './panel.ts';
import { forgetTabPlace } from './tab-place.ts';

function watchFiles(box: HTMLElement, tools: OfferTools): void {
  const picker = box.querySelector<HTMLInputElement>('input[type="file"]');
  const open = (file: File | undefined) => {
    if (file) void openFile(file, tools);
  };
  picker?.addEventListener('change', () => {
    open(picker.files?.[0]);
    // Reset the input, so that choosing the same file again fires an event.
    picker.value = '';
  });
  box.addEventListener('dragover', (event) => event.preventDefault());
  box.addEventListener('drop', (event) => {
    event.preventDefault();
    open(event.dataTransfer?.files[0]);
  });
}

/** Saves the page's answers as a draft and empties the page. */
function beginAnew({ keeper, facts }: OfferTools): void {
  keeper.leave();
  forgetTabPlace(facts.id);
  location.assign(location.pathname + location.search);
}

function forget({ keeper, facts, place }: OfferTools): void {
  keeper.forget();
  forgetTabPlace(facts.id);
  showMessage(place, {
    title: 'Đã xóa bản nháp khỏi máy này',
    texts: ['Chữ trên trang còn đó cho đến khi đóng trang; sửa tiếp thì bản nháp lại được lưu.'],
  });
}

/** Connects the buttons of the draft box; they are disabled until then. */
export function watchButtons(box: HTMLElement, tools: OfferTools): void {
  const acts: Readonly<Record<string, () => void>> = {
    download: () => download(tools),
    open: () => box.querySelector<HTMLInputElement>('input[type="file"]')?.click(),
    anew: () => beginAnew(tools),
    forget: () => forget(tools),
  };
  for (const button of box.querySelectorAll<HTMLButtonElement>('button[data-act]')) {
    button.disabled = false;
    button.addEventListener('click', () => acts[button.dataset.act ?? '']?.());
  }
  watchFiles(box, tools);
}
