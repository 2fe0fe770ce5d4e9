import { z } from 'zod';
import data from '../../../content/consent.json' with { type: 'json' };

const ruleSchema = z.strictObject({
  source: z.string(),
  /** How long a private address opens its draft. */
  linkDays: z.number().int().min(4).max(60),
  /** After so many days without an answer; null until the owner decides. `giu`: the story waits on; `dang`: it is held no more. */
  silence: z.strictObject({
    days: z.number().int().min(1).max(90).nullable(),
    effect: z.enum(['giu', 'dang']),
  }),
});

/** What the owner decided on asking for consent, in content/consent.json. */
export const consentRule = ruleSchema.parse(data);

/** The days after which silence no longer holds a story; null where it always does. */
export const silentDays: number | null =
  consentRule.silence.effect === 'dang' ? consentRule.silence.days : null;
