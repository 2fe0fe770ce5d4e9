import { type DestinationStream, type Logger, pino } from 'pino';

/** The log of the server: facts as fields, one JSON object a line. */
export type ServerLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** What must never be in a log: keys and tokens, passwords in addresses, mail addresses, phone numbers. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(khoa|key|token|pass|password|secret|signature)=[^&\s"'<>]+/gi, '$1=[redacted]'],
  [/\/xem-truoc\/[^\s"'<>/]+/g, '/xem-truoc/[redacted]'],
  [/\/can-bo\/[^\s"'<>/]+/g, '/can-bo/[redacted]'],
  [/\b(bearer|basic) [\w.~+/=-]+/gi, '$1 [redacted]'],
  [/(:\/\/[^\s:/@]*):[^\s/@]+@/g, '$1:[redacted]@'],
  [/[^\s<>@"'(:/]+@[^\s<>@"'),;]+\.[^\s<>@"'),;]+/g, '[mail]'],
  [/(?<!\d)(?:\+84|0)\d{8,10}(?!\d)/g, '[phone]'],
];

/** The line without what a log must not hold. */
const scrub = (line: string): string =>
  secrets.reduce((text, [secret, instead]) => text.replace(secret, instead), line);

/** Opens a log. Lines are scrubbed; fields with secret names are left out. */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: ['khoa', 'key', 'token', 'ip', 'headers', 'body', '*.khoa', '*.key', '*.token', '*.ip'],
      remove: true,
    },
    hooks: { streamWrite: scrub },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Sends what functions print to the log, as lines of it. */
export function logConsole(log: ServerLog, target: Pick<Console, 'log' | 'warn' | 'error'> = console): void {
  const line = (said: unknown[]) => said.map(String).join(' ');
  target.log = (...said: unknown[]) => log.info(line(said));
  target.warn = (...said: unknown[]) => log.warn(line(said));
  target.error = (...said: unknown[]) => log.error(line(said));
}
