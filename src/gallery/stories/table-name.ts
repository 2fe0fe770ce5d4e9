/** The table of stories, as the code names it. */
export const storyTable = 'Điển hình';
