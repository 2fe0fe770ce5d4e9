/** Openings and answers an hour: an office reads one draft on many machines, and answers it a few times. */
const anHour = { open: { ofDraft: 600, ofSender: 600 }, answer: { ofDraft: 20, ofSender: 60 } };

/** What an opening or an answer counts against, by draft and by the sender's network. */
export const previewLimits = (what: 'open' | 'answer', id: string, network: string) => [
  { name: `preview ${what} ${id}`, anHour: anHour[what].ofDraft },
  { name: `preview ${what} from ${network}`, anHour: anHour[what].ofSender },
];
