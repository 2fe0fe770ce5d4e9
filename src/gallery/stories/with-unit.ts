/** A figure with its unit, once: “71%”, “15 phút”, “40 phút” where the unit stands in the figure already. */
export function withUnit(figure: string, unit: string | null): string {
  if (!unit || figure.endsWith(unit)) return figure;
  return unit.startsWith('%') ? `${figure}${unit}` : `${figure} ${unit}`;
}
