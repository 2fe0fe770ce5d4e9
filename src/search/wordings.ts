const choice = /\{([^{}]*)\}/;

/**
 * The names that a wording stands for: `{hạn|ngày} nộp báo cáo` is two. Each of a list that shares its other words is a name of
 * its own, so that a question finds the one that it repeats.
 */
export function expanded(wording: string): string[] {
  const found = choice.exec(wording);
  if (!found) return [wording];
  const [whole, alternatives = ''] = found;
  return alternatives
    .split('|')
    .flatMap((each) => expanded(wording.replace(whole, each).replace(/\s+/g, ' ').trim()));
}
