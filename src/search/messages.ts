/** What the reader hears while the index is on its way. */
export const loadingMessage = 'Đang tìm…';
