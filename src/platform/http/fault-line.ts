/** A log line for an error: kind, code and message, never the row or the answers that a driver attaches to the error. */
export function faultLine(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const code = 'code' in fault ? ` ${String(fault.code)}` : '';
  return `${fault.name}${code}: ${fault.message}`;
}
