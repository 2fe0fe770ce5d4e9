import type { Budget } from './budget.ts';
import { momentOf, serialOf } from './days.ts';
import { Grid } from './grid.ts';
import { numberText } from './number-text.ts';
import { maxCellLetters, type Sheet } from './sheet.ts';
import { numberShower, type ShowNumber, showsDays } from './show-number.ts';
import { type XmlReader, XmlScanner } from './xml.ts';
import { attributesOf, isOn, readEntities } from './xml-text.ts';

/** Formats that the file refers to by name. */
const namedFormats: Readonly<Record<string, string>> = {
  'general date': 'd/m/yyyy h:mm',
  'long date': 'd/m/yyyy',
  'medium date': 'd/m/yyyy',
  'short date': 'd/m/yyyy',
  'long time': 'h:mm:ss',
  'medium time': 'h:mm',
  'short time': 'h:mm',
  percent: '0.00%',
  fixed: '0.00',
  standard: '#,##0.00',
  currency: '#,##0.00',
  'euro currency': '#,##0.00',
  scientific: '0.00E+00',
  'yes/no': '"có";"có";"không"',
  'true/false': '"có";"có";"không"',
  'on/off': '"có";"có";"không"',
};

const countOf = (value: string | undefined) => Math.max(0, Math.trunc(Number(value ?? 0)) || 0);

/** Reads a workbook of Excel 2003 as one XML file (“XML Spreadsheet 2003”). */
class Xml2003Reader implements XmlReader {
  readonly grids: Grid[] = [];
  #budget: Budget;
  #codes = new Map<string, string>();
  #style = '';
  #row = -1;
  #column = -1;
  #columns = 0;
  #cell: ReadonlyMap<string, string> = new Map();
  #type = '';
  #text = '';
  #isData = false;
  #isVisibility = false;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get #grid(): Grid | undefined {
    return this.grids.at(-1);
  }

  open(name: string, tag: string, isEmpty: boolean): void {
    if (this.#isData) return;
    const attributes = attributesOf(tag);
    if (name === 'Worksheet') {
      this.grids.push(new Grid(this.#budget, attributes.get('name') ?? ''));
      [this.#row, this.#columns] = [-1, 0];
    } else if (name === 'Style') this.#style = attributes.get('id') ?? '';
    else if (name === 'NumberFormat') this.#codes.set(this.#style, attributes.get('format') ?? '');
    else if (name === 'Column') this.#readColumn(attributes);
    else if (name === 'Row') this.#openRow(attributes, isEmpty);
    else if (name === 'Cell') this.#openCell(attributes);
    else if (name === 'Data')
      [this.#isData, this.#type, this.#text] = [!isEmpty, attributes.get('type') ?? '', ''];
    else if (name === 'Visible') [this.#isVisibility, this.#text] = [!isEmpty, ''];
  }

  text(text: string): void {
    if ((this.#isData || this.#isVisibility) && this.#text.length <= maxCellLetters * 8) this.#text += text;
  }

  close(name: string): void {
    if (name === 'Visible' && this.#isVisibility) {
      this.#isVisibility = false;
      if (this.#grid) this.#grid.isHidden = /hidden/i.test(this.#text);
    }
    if (name !== 'Data' || !this.#isData) return;
    this.#isData = false;
    this.#grid?.put(Math.max(0, this.#row), Math.max(0, this.#column), this.#shown(readEntities(this.#text)));
  }

  #readColumn(attributes: ReadonlyMap<string, string>): void {
    const from = attributes.has('index') ? countOf(attributes.get('index')) - 1 : this.#columns;
    this.#columns = from + countOf(attributes.get('span')) + 1;
    if (isOn(attributes.get('hidden'))) this.#grid?.hideColumns(from, this.#columns - 1);
  }

  #openRow(attributes: ReadonlyMap<string, string>, isEmpty: boolean): void {
    this.#row = Math.max(this.#row + 1, countOf(attributes.get('index')) - 1);
    this.#column = -1;
    const span = isEmpty ? Math.min(countOf(attributes.get('span')), 5_000) : 0;
    if (isOn(attributes.get('hidden')) || attributes.get('height') === '0') {
      for (let row = this.#row; row <= this.#row + span; row += 1) this.#grid?.hideRow(row);
    }
    this.#row += span;
  }

  #openCell(attributes: ReadonlyMap<string, string>): void {
    const [across, down] = [countOf(attributes.get('mergeacross')), countOf(attributes.get('mergedown'))];
    const before = countOf(this.#cell.get('mergeacross'));
    this.#column = Math.max(
      this.#column + (this.#column < 0 ? 1 : before + 1),
      countOf(attributes.get('index')) - 1,
    );
    this.#cell = attributes;
    if (this.#grid?.takesMerges)
      this.#grid.merge({
        row: Math.max(0, this.#row),
        column: this.#column,
        rows: down + 1,
        columns: across + 1,
      });
  }

  #shown(value: string): string {
    const written = this.#codes.get(this.#cell.get('styleid') ?? '') ?? '';
    const code = namedFormats[written.toLowerCase()] ?? written;
    const show: ShowNumber = code === '' ? numberText : numberShower(code, false);
    if (this.#type === 'Boolean') return isOn(value) ? 'có' : 'không';
    if (this.#type === 'Number' && value.trim() !== '' && !Number.isNaN(Number(value)))
      return show(Number(value));
    const serial = this.#type === 'DateTime' ? serialOf(value) : undefined;
    if (serial === undefined) return value.replace(/\r\n?/g, '\n');
    return showsDays(code) ? show(serial) : (momentOf(serial, false)?.day ?? value);
  }
}

/** Whether a text is an XML workbook of Excel 2003. */
export const isXml2003 = (text: string): boolean =>
  text.slice(0, 4_000).includes('urn:schemas-microsoft-com:office:spreadsheet') &&
  /^\s*<\?xml|^\s*<\w*:?Workbook/.test(text);

/** The sheets of an XML workbook of Excel 2003. Never throws. */
export function readXml2003(xml: string, budget: Budget): Sheet[] {
  const reader = new Xml2003Reader(budget);
  new XmlScanner(reader).push(xml);
  return reader.grids.map(({ sheet }) => sheet);
}
