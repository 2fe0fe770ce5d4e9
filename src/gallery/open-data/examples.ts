import { dataPaths } from './catalogue.ts';
import type { DataSet } from './data-set.ts';

/** A few lines that read a data set with one tool. */
export interface Example {
  tool: string;
  code: string;
}

/** How to read a data set with common tools. Each runs as it stands, with nothing but the tool. */
export function examplesOf({ id, member }: Pick<DataSet, 'id' | 'member'>, origin: URL): readonly Example[] {
  const full = (path: string) => new URL(path, origin).href;
  const { csv, json } = dataPaths(id);
  return [
    {
      tool: 'Excel (Power Query)',
      code: `let
  Tep = Csv.Document(Web.Contents("${full(csv)}"), [Encoding = 65001, Delimiter = ","]),
  Bang = Table.PromoteHeaders(Tep)
in
  Bang`,
    },
    {
      tool: 'Python',
      code: `import csv, io, urllib.request

with urllib.request.urlopen("${full(csv)}") as tep:
    bang = list(csv.DictReader(io.StringIO(tep.read().decode("utf-8-sig"))))
print(len(bang), "dòng")`,
    },
    {
      tool: 'R',
      code: `bang <- read.csv("${full(csv)}", fileEncoding = "UTF-8-BOM", check.names = FALSE)
nrow(bang)`,
    },
    { tool: 'DuckDB', code: `SELECT count(*) FROM read_csv('${full(csv)}', header = true);` },
    { tool: 'curl, jq', code: `curl -s --compressed ${full(json)} | jq '.${member} | length'` },
  ];
}
