import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { headersOf } from '../../build/security/header-rules.ts';
import type { GoneStory } from '../../gallery/stories/server/gone-now.ts';
import { repeat } from '../repeat.ts';

/** Pages and files of stories that were taken down and that the build still holds. */
export interface GonePages {
  /** The story whose page, or a part of it, is at a path: below its slug, or named by its id, as pictures are. */
  at: (path: string) => GoneStory | undefined;
  /** All of them: the same array until others are gone. */
  all: () => readonly GoneStory[];
  /** Reads again and again until `stop`. While the database is out of reach, what was read last holds. */
  follow: (everyMs: number, stop: AbortSignal, onFault: (error: unknown) => void) => Promise<void>;
}

const patienceMs = 5_000;

/** `/anh/mh-0001-1a2b3c4d.png`, `/anh/MH-0001-1a2b3c4d-480.jpg`, `/api/v1/vinh-danh/VD-0001.json`. */
const idsInPath = /(?<=\/)(?:MH|VD)-\d{4,}(?=[-./]|$)/gi;

/** Follows the stories that are gone, so that no visitor waits for a build to be spared what was taken down. */
export function gonePages(read: () => Promise<GoneStory[]>): GonePages {
  let all: readonly GoneStory[] = [];
  let [bySlug, byId] = [new Map<string, GoneStory>(), new Map<string, GoneStory>()];
  const refresh = async () => {
    const gone = await Promise.race([read(), sleep(patienceMs, undefined, { ref: false })]);
    if (!gone || isDeepStrictEqual(gone, all)) return;
    all = gone;
    bySlug = new Map(gone.flatMap((story) => story.slugs.map((slug) => [slug, story] as const)));
    byId = new Map(gone.map((story) => [story.id, story]));
  };
  return {
    at: (path) => {
      const [, room, slug = ''] = path.split('/');
      const [id = ''] = byId.size > 0 ? (path.match(idsInPath) ?? []) : [];
      return (room === 'dien-hinh' ? bySlug.get(slug) : undefined) ?? byId.get(id.toUpperCase());
    },
    all: () => all,
    follow: (everyMs, stop, onFault) => repeat(everyMs, stop, () => refresh().catch(onFault)),
  };
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (mark) => marks[mark] ?? mark);

const title = 'Nội dung này không còn được công bố';

const pageOf = ({ reason }: GoneStory) =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><main><h1>${title}</h1>${reason ? `<p>Lý do: ${escaped(reason)}</p>` : ''}<p>Địa chỉ này vẫn được giữ, không dùng cho nội dung khác.</p><p><a href="/dien-hinh/">Các điển hình khác</a></p></main></html>`;

/** Answers 410 for a story that was taken down. */
export function sendGone(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  path: string,
  story: GoneStory,
): void {
  const body = pageOf(story);
  outgoing.writeHead(410, {
    ...headersOf(path),
    'Cache-Control': 'no-store',
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'X-Robots-Tag': 'noindex',
  });
  outgoing.end(incoming.method === 'HEAD' ? undefined : body);
}
