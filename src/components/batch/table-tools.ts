import type { TableRows } from './table-rows.ts';

/** What stands around the table: the count, what was done last, and the buttons. */
interface TableTools {
  top: HTMLElement;
  bottom: HTMLElement;
  /** Shows the count as it is now. */
  update: () => void;
  say: (words: string) => void;
  /** Takes a row away; one that held something can be had back. */
  remove: (row: HTMLTableRowElement) => void;
}

function buttonOf(words: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet';
  button.textContent = words;
  return button;
}

/** The tools of a table. */
export function toolsOf(rows: TableRows): TableTools {
  const [top, bottom, count, said] = ['p', 'p', 'strong', 'span'].map((name) => document.createElement(name));
  const [add, back] = [buttonOf('Thêm dòng'), buttonOf('Lấy lại dòng vừa xóa')];
  if (!top || !bottom || !count || !said) throw new Error('The page makes no elements.');
  top.className = 'table-tools';
  bottom.className = 'table-tools';
  said.setAttribute('role', 'status');
  back.hidden = true;
  said.textContent = 'Gõ vào bảng, hoặc sao chép bảng trong Excel rồi dán vào một ô.';
  top.append(count, said);
  bottom.append(add, back);
  let removed: { row: HTMLTableRowElement; before: Element | null } | undefined;
  const update = () => {
    const { words, isOver } = rows.count;
    count.textContent = words;
    count.classList.toggle('over', isOver);
  };
  const say = (words: string) => {
    said.textContent = words;
    update();
  };
  add.addEventListener('click', () => {
    rows.add().querySelector('input')?.focus();
    update();
  });
  back.addEventListener('click', () => {
    if (!removed) return;
    rows.putBack(removed.row, removed.before);
    removed.row.querySelector('input')?.focus();
    removed = undefined;
    back.hidden = true;
    say('Đã lấy lại.');
  });
  const remove = (row: HTMLTableRowElement) => {
    const isFilled = rows.filled.includes(row);
    const next = row.nextElementSibling ?? row.previousElementSibling;
    if (isFilled) removed = { row, before: row.nextElementSibling };
    row.remove();
    if (rows.all.length === 0) rows.add();
    rows.write();
    back.hidden = !removed;
    (next?.querySelector<HTMLElement>('[data-remove]') ?? add).focus();
    if (isFilled) say('Đã xóa một dòng.');
    else update();
  };
  return { top, bottom, update, say, remove };
}
