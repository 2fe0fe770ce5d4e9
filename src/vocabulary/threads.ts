/** The four subjects of the movement, one thread each in the woven ornament. A file without imports: browsers weave, too. */
export const threads = ['doi-moi', 'khoa-hoc', 'so', 'xanh'] as const;
