/** States of a release, as staff choose them. */
export const releaseStates = { draft: 'Đang soạn', confirmed: 'Đã chốt' } as const;
