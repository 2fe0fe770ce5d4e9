import { createHash } from 'node:crypto';
import { html, Markup } from './markup.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.55 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 56rem; padding: 0 1rem 3rem; overflow-wrap: anywhere; }
.notice { margin: 0 -1rem 1rem; padding: .6rem 1rem; background: #7a1f1f; color: #fff; font-weight: 600; }
.done, .wrong { padding: .5rem .8rem; border: 2px solid #1d6b3f; }
.wrong { border-color: #b3261e; }
h1 { font-size: 1.5rem; line-height: 1.3; }
article { border-top: 1px solid #8886; padding: .4rem 0 1rem; }
article h2 { font-size: 1.1rem; margin: .4rem 0; }
dl { margin: 0; display: grid; grid-template-columns: minmax(7rem, 13rem) 1fr; gap: .2rem 1rem; }
dt { opacity: .75; } dd { margin: 0; white-space: pre-wrap; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
table { border-collapse: collapse; } td, th { padding: .4rem 1.5rem .4rem 0; text-align: start; }
form p, fieldset { margin: 0 0 1rem; }
label.name, legend { display: block; font-weight: 600; }
input:not([type=checkbox]), select, textarea { font: inherit; width: 100%; box-sizing: border-box; padding: .4rem; }
textarea { min-height: 6rem; }
button { font: inherit; font-weight: 600; padding: .6rem 1.4rem; }
small { opacity: .75; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Headers of every page: nothing but our own style, no script, no framing, no keeping. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** A whole page in the stand-in's plain dress, with the warning that nothing here is real. */
export function layout(title: string, body: Markup): string {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – bản chạy thử</title>
        ${new Markup(`<style>${style}</style>`)}
      </head>
      <body>
        <p class="notice">Bản chạy thử tại máy này, thay cho Airtable. Không phải dữ liệu thật.</p>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.source;
}
