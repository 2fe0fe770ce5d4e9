import { smtpDelivery } from '../../../filing/mail/smtp.ts';
import type { TellOperator } from './alerts.ts';
import { tellOperator } from './tell-operator.ts';

/** The settings that say how the operator is told. */
interface OperatorSettings {
  mail: Parameters<typeof smtpDelivery>[0] | null;
  siteUrl: string;
  ALERT_EMAIL?: string | undefined;
  ALERT_WEBHOOK_URL?: string | undefined;
}

/** The operator whom the settings name. */
export function operatorOf({
  mail,
  siteUrl,
  ALERT_EMAIL: to,
  ALERT_WEBHOOK_URL: webhookUrl,
}: OperatorSettings): TellOperator {
  const deliver = mail && smtpDelivery(mail);
  return tellOperator({ webhookUrl, mail: deliver && to ? { deliver, to } : null, siteUrl });
}
