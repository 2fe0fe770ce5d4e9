/** What the ornament is, in one line. */
export const brocadeWords =
  'Thổ cẩm là vải dệt tay có hoa văn hình thoi của đồng bào Chơ Ro, Mạ, S’tiêng ở Đồng Nai.';

/** What the four threads mean: each subject of the movement, by the colour of its thread. */
export const threadMeanings = [
  { thread: 'doi-moi', colour: 'Vàng', subject: 'đổi mới sáng tạo' },
  { thread: 'khoa-hoc', colour: 'Trắng ngà', subject: 'khoa học, công nghệ' },
  { thread: 'so', colour: 'Xanh dương', subject: 'chuyển đổi số' },
  { thread: 'xanh', colour: 'Xanh lá', subject: 'chuyển đổi xanh' },
] as const;

/** What one lozenge stands for. `each` is the number of stories in it. */
export const lozengeWords = (each: number): string =>
  each === 1 ? 'Mỗi hình thoi là một điển hình' : `Mỗi hình thoi là ${each.toLocaleString('vi')} điển hình`;
