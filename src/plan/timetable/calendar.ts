import { createEvents, type EventAttributes } from 'ics';

/** An event of a calendar; `url` is the page about it. */
export type CalendarEvent = EventAttributes & { url: string };

/**
 * Events as one iCalendar text (RFC 5545), or why they could not be written. The library refuses addresses that are right, such as one with a
 * port of one digit or with a host of IPv6; so each event gets its address here.
 */
export function writeCalendar(
  events: readonly CalendarEvent[],
  header: { calName: string; productId: string },
): { text: string } | { error: unknown } {
  const wrong = events.find(({ url }) => !/^https?:/.test(url));
  if (wrong) return { error: new RangeError(`The url of an event is no page: ${wrong.url}`) };
  const { error, value } = createEvents(
    events.map(({ url: _url, ...event }) => event),
    header,
  );
  if (error || !value) return { error };
  const end = 'END:VEVENT';
  const text = value
    .split(end)
    .map((part, place) => {
      const event = events[place];
      return event ? `${part}URL:${event.url}\r\n${end}` : part;
    })
    .join('');
  return { text: folded(text) };
}

const mostOctets = 75;
const encoder = new TextEncoder();

/** Folds lines by octets (RFC 5545, 3.1), between characters. The library folds by letters, of which Vietnamese needs up to three octets. */
function folded(calendar: string): string {
  const lines = calendar.replace(/\r\n[ \t]/g, '').split('\r\n');
  return lines.map(foldedLine).join('\r\n');
}

function foldedLine(line: string): string {
  let octets = 0;
  return Array.from(line, (letter) => {
    const size = encoder.encode(letter).length;
    octets += size;
    if (octets <= mostOctets) return letter;
    // The space that begins a folded line counts.
    octets = size + 1;
    return `\r\n ${letter}`;
  }).join('');
}
