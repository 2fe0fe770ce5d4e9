import type { Deliver } from '../../../filing/mail/smtp.ts';
import { smtpDelivery } from '../../../filing/mail/smtp.ts';
import { readEnv } from '../../../platform/env.ts';
import type { TellOperator } from './alerts.ts';
import { tellOperator } from './tell-operator.ts';

/** The operator whom the settings name. */
export function namedOperator(): TellOperator {
  const { mail, siteUrl, ALERT_EMAIL: to, ALERT_WEBHOOK_URL: webhookUrl } = readEnv();
  const deliver: Deliver | null = mail && smtpDelivery(mail);
  return tellOperator({ webhookUrl, mail: deliver && to ? { deliver, to } : null, siteUrl });
}
