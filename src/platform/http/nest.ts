/** Nests `indicators.0.name` into rows and fields. Any other name stays as is, and repeated names become a list. */
export function nest(pairs: readonly (readonly [string, string])[]): Record<string, unknown> {
  const fields = new Map<string, string[]>();
  const tables = new Map<string, Record<string, string>[]>();
  for (const [name, value] of pairs) {
    const [, table, row, column] = /^(\w+)\.(\d)\.(\w+)$/.exec(name) ?? [];
    if (table && row && column) {
      const rows = tables.get(table) ?? [];
      while (rows.length <= Number(row)) rows.push({});
      Object.assign(rows[Number(row)] ?? {}, { [column]: value });
      tables.set(table, rows);
    } else {
      const values = fields.get(name);
      if (values) values.push(value);
      else fields.set(name, [value]);
    }
  }
  const single = [...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]);
  return Object.fromEntries([...single, ...tables]);
}
