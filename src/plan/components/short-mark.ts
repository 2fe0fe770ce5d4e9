const unnumbered = [
  { part: 'can-cu', name: 'Căn cứ' },
  { part: 'ket-thuc', name: 'Kết thúc' },
] as const;

/** The clause's id as a mark in the margin: `iii-1-2-3` → `III.1.2.3`, `can-cu-2` → `Căn cứ 2`. */
export function shortMark(id: string): string {
  const found = unnumbered.find(({ part }) => id === part || id.startsWith(`${part}-`));
  if (found) return `${found.name} ${id.slice(found.part.length + 1)}`.trim();
  const [section = '', ...below] = id.split('-');
  return [section.toUpperCase(), ...below].join('.');
}

/** The place of a clause, in words for a link: “Mục V.2.9”, “Phần căn cứ 4”. */
export function clausePlace(id: string): string {
  const mark = shortMark(id);
  return unnumbered.some(({ name }) => mark.startsWith(name))
    ? `Phần ${mark.charAt(0).toLocaleLowerCase('vi')}${mark.slice(1)}`
    : `Mục ${mark}`;
}
