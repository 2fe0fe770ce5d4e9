/** Characters that encodeURIComponent leaves as they are, but RFC 5987 does not. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** `Content-Disposition` of a download: its name in any language, and a plain one for old browsers (RFC 6266). */
export const attachmentNamed = (name: string, plain: string): string =>
  `attachment; filename="${plain}"; filename*=UTF-8''${encode(name)}`;
