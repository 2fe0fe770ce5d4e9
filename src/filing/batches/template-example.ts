/** How the template marks its example, in the column of numbers and in that of names. A row that says so exactly is not filed. */
export const exampleMarks = { number: 'VÍ DỤ', name: 'VÍ DỤ – dòng này không gửi đi' } as const;

/** The sheet of the template that says how it is filled in. */
export const guideSheet = 'Cách điền';
