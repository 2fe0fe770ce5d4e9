/** The dark modules of a QR code as an SVG path, a unit for each module: a rectangle for each run of them in a row. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  const runs = rows.flatMap((modules, y) =>
    [...modules.map(Number).join('').matchAll(/1+/g)].map(
      ({ index: x, 0: { length } }) => `M${x} ${y}h${length}v1h-${length}z`,
    ),
  );
  return runs.join('');
}
