/** Marks of the template's example in the columns of numbers and names. A row with exactly these marks is not filed. */
export const exampleMarks = { number: 'VÍ DỤ', name: 'VÍ DỤ – dòng này không gửi đi' } as const;

/** Name of the template's sheet with instructions. */
export const guideSheet = 'Cách điền';
