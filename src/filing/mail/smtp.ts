import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Letter } from './letter.ts';

/** The mail server and the sender. */
export interface MailSettings {
  /** `smtp://` (with STARTTLS) or `smtps://`, with user and password. */
  url: string;
  /** An address, or a name with one: `Sở Nội vụ <thi-dua@example.gov.vn>`. */
  from: string;
}

/** The outcome of sending one letter. */
export type Delivery =
  | { ok: true }
  /** `isHopeless`: no retry will help this letter; `isOfServer`: no other letter would fare better now. */
  | { ok: false; why: string; isHopeless: boolean; isOfServer: boolean };

/** Sends a letter. Never throws for what the server does. */
export type Deliver = (letter: Letter) => Promise<Delivery>;

const timeoutMs = 10_000;
const shortTimeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, dnsTimeout: 5_000 };

/** What the client throws. Its messages repeat the server's words, addresses included, so we do not store them. */
const thrownSchema = z.object({
  code: z.string().catch('ESMTP'),
  command: z.string().catch(''),
  responseCode: z.number().nullable().catch(null),
});

function failureOf(thrown: unknown): Delivery {
  const { data } = thrownSchema.safeParse(thrown);
  if (!data) return { ok: false, why: 'ESMTP', isHopeless: false, isOfServer: true };
  const { code, command, responseCode } = data;
  const why = responseCode === null ? code : `${code} ${responseCode}`;
  // A rejected sender means a wrong setting. A rejected recipient or text is final for this letter.
  const isOfLetter = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM';
  const isHopeless = isOfLetter && (responseCode === null || responseCode >= 500);
  return { ok: false, why, isHopeless, isOfServer: !isOfLetter };
}

/** A mail server on this machine may do without TLS; every other must offer it. */
const isLocal = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

/**
 * Sends through any SMTP server, one connection per letter. A letter counts as failed when the server's answer is lost. The retry
 * has the same Message-ID, so the receiving side can recognise the duplicate.
 */
export function smtpDelivery({ url, from }: MailSettings): Deliver {
  const transport = createTransport({
    url,
    ...shortTimeouts,
    socketTimeout: timeoutMs,
    requireTLS: !isLocal(url),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (letter) => {
    try {
      await transport.sendMail({
        ...letter,
        from,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { ok: true };
    } catch (thrown) {
      return failureOf(thrown);
    }
  };
}
