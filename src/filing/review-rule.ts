/** How many people judge a nomination before it is decided, where the owner wants it. */
export const notesWanted = 2;

/** The row of `Cài đặt` with which the owner asks for both notes before a nomination is decided. */
export const reviewSwitch = { key: 'hai-y-kien', on: 'Có' } as const;

/** States that decide a nomination. */
export const decidedStates = ['da-co-quyet-dinh', 'khong-du-dieu-kien'];

/** Why a decision waits, in words for staff. */
export const lacksNotes = (column: string, count: number): string =>
  `Cột “${column}”: cần ý kiến độc lập của hai người trước khi kết luận; mới có ${count}. Mỗi người ghi “Người cho ý kiến”, “Ý kiến độc lập”, rồi đánh dấu “Gửi ý kiến”. Đơn vị chưa thấy gì thay đổi.`;
