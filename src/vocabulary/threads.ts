/** The four subjects of the movement, one thread each in the woven ornament. Imports nothing, because browsers weave, too. */
export const threads = ['doi-moi', 'khoa-hoc', 'so', 'xanh'] as const;
