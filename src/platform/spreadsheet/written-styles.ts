/** Styles of a written cell, as numbers of `styles`. Those with lines belong to a table of figures. */
export const cellStyle = {
  text: 1,
  heading: 2,
  quiet: 3,
  title: 4,
  ruledText: 5,
  ruledHeading: 6,
  count: 7,
  sum: 8,
} as const;

const line = '<color rgb="FF8A938C"/>';
const sides = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin">${line}</${side}>`)
  .join('');

/** `@` is the format of text, 3 that of whole numbers with marks for thousands. */
const styleOf = (font: number, { fill = 0, border = 0, format = 49, align = 'left' } = {}): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="top" wrapText="1"/></xf>`;

const cellStyles = [
  '<xf fontId="0" xfId="0"/>',
  styleOf(0),
  styleOf(1, { fill: 2 }),
  styleOf(2),
  styleOf(3),
  styleOf(0, { border: 1 }),
  styleOf(1, { fill: 2, border: 1 }),
  styleOf(0, { border: 1, format: 3, align: 'right' }),
  styleOf(1, { fill: 2, border: 1, format: 3, align: 'right' }),
];

/** The part `xl/styles.xml`, without its first line. */
export const stylesXml = (main: string): string =>
  [
    `<styleSheet xmlns="${main}">`,
    '<fonts count="4"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font>',
    '<font><i/><sz val="11"/><color rgb="FF4B554E"/><name val="Arial"/></font><font><b/><sz val="13"/><name val="Arial"/></font></fonts>',
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3ECE2"/></patternFill></fill></fills>',
    `<borders count="2"><border/><border>${sides}<diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>`,
    `<cellXfs count="${cellStyles.length}">${cellStyles.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
