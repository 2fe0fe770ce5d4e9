/** Most letters of a run that stays on one line. Longer runs may break: they would stand out of a column of a phone. */
export const longestHeld = 26;
