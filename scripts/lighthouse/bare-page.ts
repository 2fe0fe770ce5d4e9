import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { freePort } from '../local-system/postgres.ts';

const require = createRequire(import.meta.url);
const sans = ['latin-400', 'vietnamese-400', 'latin-700', 'vietnamese-700'].map((cut) =>
  face('B', 'be-vietnam-pro', cut),
);
const serif = ['latin-400', 'vietnamese-400'].map((cut) => face('S', 'source-serif-4', cut));

function face(family: string, font: string, cut: string) {
  return {
    path: `/${font}-${cut}.woff2`,
    family,
    weight: cut.slice(-3),
    range: cut.startsWith('latin') ? 'U+0000-00FF' : 'U+0102-0103,U+0110-0111,U+01A0-01B0,U+1EA0-1EF9',
    file: require.resolve(`@fontsource/${font}/files/${font}-${cut}-normal.woff2`),
  };
}

const page = (faces: readonly ReturnType<typeof face>[], text: string) => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trang trần</title>
<meta name="description" content="Một tiêu đề và một đoạn văn, với cùng phông chữ.">
${faces.map(({ path }) => `<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin>`).join('\n')}
<style>
${faces.map(({ path, family, weight, range }) => `@font-face{font-family:${family};font-weight:${weight};font-display:swap;src:url(${path});unicode-range:${range}}`).join('\n')}
body{font:400 1rem/1.65 B,sans-serif}
p{font-family:${text},sans-serif}
</style>
</head>
<body><main><h1>Năm năm tìm cách làm mới, nhân rộng cách làm hay</h1><p>Từ năm 2026 đến năm 2030, cơ quan, đoàn thể, doanh nghiệp và người dân Đồng Nai thi đua đổi mới sáng tạo.</p></main></body>
</html>`;

/** The two sets of fonts that pages of the site use: for all, and with the serif of long texts. */
const pages = new Map([
  ['/', page(sans, 'B')],
  ['/serif', page([...sans, ...serif], 'S')],
]);

/** Serves the least pages that show Vietnamese text in the site's fonts, `/` in the sans and `/serif` with the serif too:
 * what the site's own pages are held against. */
export async function startBarePage() {
  const port = await freePort();
  const server = createServer((request, response) => {
    const html = pages.get(request.url ?? '');
    if (html) return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    const asked = [...sans, ...serif].find(({ path }) => path === request.url);
    if (!asked) return void response.writeHead(404).end();
    readFile(asked.file).then(
      (font) => response.writeHead(200, { 'content-type': 'font/woff2' }).end(font),
      () => response.writeHead(500).end(),
    );
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return { origin: `http://localhost:${port}`, close: async () => void server.close() };
}
