/** Whether two words differ by one added, missing or changed letter, or by two swapped neighbours. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const shorter = Math.min(a.length, b.length);
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/**
 * Removes Telex or VNI keys that were typed with the input method off: `ddooir`, `d9o6i3` → `doi`. Null when the
 * word shows no such keys. Ordinary words may look like this, so use it only for unknown words.
 */
export function withoutKeys(key: string): string | null {
  const telex = key
    .replace(/[sfrxj]$/, '')
    .replace(/([aeiouyw])[sfrxj](?=(?:ng?|nh|m|ch?|p|t|[aeiouy])$)/, '$1')
    .replace(/(.)w/g, '$1')
    .replace(/([aeod])(.*?)\1/g, '$1$2')
    .replace(/([uo])w/g, '$1');
  const vni = /^[a-z]+\d/.test(key) ? key.replace(/\d/g, '') : key;
  const plain = vni === key ? telex : vni;
  return plain === key || plain === '' ? null : plain;
}
