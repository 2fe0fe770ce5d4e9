const kinds = ['Phường', 'Thị trấn', 'Xã'] as const;

const partOf = /\(phần [^)]*\)/;

/**
 * The places that a unit was formed from, in short: each kind named once, districts left out.
 * “Phường An Bình, Phường Bửu Long, Xã Bình Sơn (huyện Long Thành)” → “phường An Bình, Bửu Long; xã Bình Sơn”.
 */
export function oldPlaces(formedFrom: string): string {
  const places = formedFrom.split(', ').map((place) => place.replace(partOf, '(một phần)'));
  const ofKind = (kind: string) =>
    places
      .filter((place) => place.startsWith(`${kind} `))
      .map((place) => place.slice(kind.length + 1).replace(/ \((huyện|thành phố) [^)]*\)/, ''));
  const named = kinds.map((kind) => ({ kind, names: ofKind(kind) })).filter(({ names }) => names.length > 0);
  if (named.length === 0) return formedFrom;
  return named.map(({ kind, names }) => `${kind.toLowerCase()} ${names.join(', ')}`).join('; ');
}
