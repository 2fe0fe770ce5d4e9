import { officialDate } from '../../vietnamese/official-date.ts';
import { type Closing, textsNow } from './closing.ts';

type Text = Closing['document']['texts'][number];

const since = (what: string, day: string | null) =>
  day ? `${what} từ ${officialDate(day)}` : `không còn ghi ngày ${what}`;

/** What is said of a text now and was not when the year was closed. */
const changes = (then: Text, now: Text): string[] => [
  ...(now.validFrom === then.validFrom ? [] : [since('có hiệu lực', now.validFrom)]),
  ...(now.lapsesOn === then.lapsesOn ? [] : [since('hết hiệu lực', now.lapsesOn)]),
  ...(now.content === then.content
    ? []
    : [now.content ? 'toàn văn trên trang đã đổi' : 'trang không còn toàn văn']),
  ...(now.about === then.about && now.date === then.date && now.issuer === then.issuer
    ? []
    : [`nay ghi là ${now.issuer}, ${officialDate(now.date)}: ${now.about}`]),
];

/** Laws, guidance and criteria that came, went or changed since a year was closed. */
export function textsSince(then: readonly Text[]): string[] {
  const now = textsNow();
  const named = ({ kind, number }: Text) => `${kind} ${number}`;
  const before = new Map(then.map((text) => [text.number, text]));
  const after = new Set(now.map(({ number }) => number));
  return [
    ...now.flatMap((text) => {
      const old = before.get(text.number);
      if (!old)
        return [`${named(text)} của ${text.issuer}, ${officialDate(text.date)}: có trên trang sau ngày chốt`];
      const said = changes(old, text);
      return said.length > 0 ? [`${named(text)}: ${said.join('; ')}`] : [];
    }),
    ...then.filter(({ number }) => !after.has(number)).map((text) => `${named(text)}: không còn trên trang`),
  ];
}
