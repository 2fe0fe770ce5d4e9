/** Shown while the index is loading. */
export const loadingMessage = 'Đang tìm…';
