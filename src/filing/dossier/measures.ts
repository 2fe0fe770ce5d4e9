// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I: khổ giấy, lề, phông chữ, cỡ chữ.

/** The only typeface of an official text (Phụ lục I, phần I, mục I.3). */
export const font = 'Times New Roman';

/** Sizes in half-points: each within what Phụ lục I allows for its part. */
export const sizes = {
  nation: 24,
  motto: 26,
  agency: 24,
  number: 26,
  body: 28,
  table: 26,
  to: 24,
  copies: 22,
} as const;

/** Millimetres as Word counts, in twentieths of a point; rounded up, so that no margin falls short. */
export const mm = (length: number): number => Math.ceil((length / 25.4) * 1440);

/** A4, 210 × 297 mm, upright. */
export const paper = { width: mm(210), height: mm(297) } as const;

/** Top and bottom 20–25 mm, left 30–35, right 15–20; the page number is in the top margin. */
export const margins = {
  top: mm(20),
  bottom: mm(20),
  left: mm(30),
  right: mm(15),
  header: mm(10),
  footer: mm(10),
} as const;

/** Width between the margins, in millimetres. */
export const textWidthMm = 165;
