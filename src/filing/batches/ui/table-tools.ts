import type { TableRows } from './table-rows.ts';

/** The parts around the table: the count, the last action and the buttons. */
export interface TableTools {
  top: HTMLElement;
  bottom: HTMLElement;
  /** Updates the count. */
  update: () => void;
  say: (words: string) => void;
  /** Offers to undo the last paste or file, also by Ctrl+Z, until the next action. */
  offerUndo: (undo: (() => void) | undefined) => void;
  /** Undoes the last paste or file if that is still offered; true if it was. */
  undo: () => boolean;
  /** Removes a row; a row that was not empty can be restored. */
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
  const [add, back, undoButton] = [
    buttonOf('Thêm dòng'),
    buttonOf('Lấy lại dòng vừa xóa'),
    buttonOf('Hoàn tác lần đưa bảng vào'),
  ];
  if (!top || !bottom || !count || !said) throw new Error('The table tools lack an element.');
  top.className = 'table-tools';
  bottom.className = 'table-tools';
  said.setAttribute('role', 'status');
  back.hidden = true;
  undoButton.hidden = true;
  said.textContent = 'Gõ vào bảng, hoặc chép bảng trong Excel rồi dán vào một ô.';
  top.append(count, said);
  bottom.append(add, back, undoButton);
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
  let lastPut: (() => void) | undefined;
  const offerUndo = (put: (() => void) | undefined) => {
    lastPut = put;
    undoButton.hidden = !put;
  };
  const undo = () => {
    if (!lastPut) return false;
    lastPut();
    offerUndo(undefined);
    say('Đã hoàn tác: bảng trở lại như trước.');
    return true;
  };
  undoButton.addEventListener('click', () => {
    undo();
    add.focus();
  });
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
  return { top, bottom, update, say, offerUndo, undo, remove };
}
