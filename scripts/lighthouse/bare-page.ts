import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { freePort } from '../postgres.ts';

const require = createRequire(import.meta.url);
const faces = ['latin-400', 'vietnamese-400', 'latin-700', 'vietnamese-700'].map((face) => ({
  path: `/${face}.woff2`,
  weight: face.slice(-3),
  range: face.startsWith('latin') ? 'U+0000-00FF' : 'U+0102-0103,U+0110-0111,U+01A0-01B0,U+1EA0-1EF9',
  file: require.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${face}-normal.woff2`),
}));

const page = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trang trần</title>
<meta name="description" content="Một tiêu đề và một đoạn văn, với cùng phông chữ.">
${faces.map(({ path }) => `<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin>`).join('\n')}
<style>
${faces.map(({ path, weight, range }) => `@font-face{font-family:'B';font-weight:${weight};font-display:swap;src:url(${path});unicode-range:${range}}`).join('\n')}
body{font:400 1rem/1.65 'B',sans-serif}
</style>
</head>
<body><main><h1>Năm năm tìm cách làm mới, nhân rộng cách làm hay</h1><p>Từ năm 2026 đến năm 2030, cơ quan, đoàn thể, doanh nghiệp và người dân Đồng Nai thi đua đổi mới sáng tạo.</p></main></body>
</html>`;

/** Serves the least page that shows Vietnamese text in the site's fonts: what the site's own pages are held against. */
export async function startBarePage() {
  const port = await freePort();
  const server = createServer((request, response) => {
    const face = faces.find(({ path }) => path === request.url);
    if (!face) return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    readFile(face.file).then(
      (font) => response.writeHead(200, { 'content-type': 'font/woff2' }).end(font),
      () => response.writeHead(500).end(),
    );
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return { url: `http://localhost:${port}/`, close: async () => void server.close() };
}
