import { randomUUID } from 'node:crypto';
import type { Deliver } from '../../../filing/mail/smtp.ts';
import { textAndHtml } from '../../../filing/mail/text-and-html.ts';
import type { TellOperator } from './alerts.ts';

/** Where alerts go; without any of them nobody is told, and `/suc-khoe/` alone shows them. */
interface Channels {
  /** Takes a POST of `{"text"}`, as chat services do. */
  webhookUrl: string | undefined;
  mail: { deliver: Deliver; to: string } | null;
  siteUrl: string;
}

const timeoutMs = 5_000;

/** An alert did not reach the operator. */
class AlertError extends Error {
  override readonly name = 'AlertError';
}

/** Tells the operator by webhook and by e-mail, as far as they are set. Throws AlertError when none of them took it. */
export function tellOperator({ webhookUrl, mail, siteUrl }: Channels): TellOperator {
  const post = async (text: string) => {
    if (!webhookUrl) return;
    const answer = await fetch(webhookUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) throw new AlertError(`The webhook answered ${answer.status}.`);
  };
  const write = async (text: string) => {
    if (!mail) return;
    const subject = `Tình trạng dịch vụ: ${text.split('\n')[0] ?? ''}`.slice(0, 120);
    const parts = text.split('\n').map((line) => ({ text: line }));
    const sent = await mail.deliver({
      ...textAndHtml(parts, 'Tình trạng dịch vụ'),
      to: mail.to,
      subject,
      messageId: `<tinh-trang.${randomUUID()}@${new URL(siteUrl).hostname}>`,
      attachments: [],
    });
    if (!sent.ok) throw new AlertError(`The mail server did not take the alert: ${sent.why}.`);
  };
  const ways = [webhookUrl ? post : [], mail ? write : []].flat();
  return async (text) => {
    const told = await Promise.allSettled(ways.map((way) => way(`${text}\n${siteUrl}/suc-khoe/`)));
    const failed = told.find((result) => result.status === 'rejected');
    if (failed && told.every(({ status }) => status === 'rejected'))
      throw new AlertError('The operator was not told.', { cause: failed.reason });
  };
}
