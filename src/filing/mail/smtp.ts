import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Letter } from './letter.ts';

/** Where mail is handed over, and who sends it. */
export interface MailSettings {
  /** `smtp://` (with STARTTLS) or `smtps://`, with user and password. */
  url: string;
  /** An address, or a name with one: `Sở Nội vụ <thi-dua@example.gov.vn>`. */
  from: string;
}

/** What became of one letter. */
export type Delivery =
  | { ok: true }
  /** `isHopeless`: no retry will help this letter; `isOfServer`: no other letter would fare better now. */
  | { ok: false; why: string; isHopeless: boolean; isOfServer: boolean };

/** Hands a letter over. Never throws for what the server does. */
export type Deliver = (letter: Letter) => Promise<Delivery>;

const timeoutMs = 10_000;
const shortTimeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, dnsTimeout: 5_000 };

/** What the client throws; its messages repeat what the server said, addresses included, and are not kept. */
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
  // A sender that the server does not take is a setting to mend; a recipient or a text that it does not take is final.
  const isOfLetter = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM';
  const isHopeless = isOfLetter && (responseCode === null || responseCode >= 500);
  return { ok: false, why, isHopeless, isOfServer: !isOfLetter };
}

/** This machine's own server is spoken to in the clear; every other must offer TLS. */
const isLocal = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

/**
 * Any SMTP server, one connection a letter. A letter whose acceptance was not heard of is a failure: it is sent again under
 * the same Message-ID, by which the receiving side can tell.
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
