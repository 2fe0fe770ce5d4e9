const megabyte = 1024 * 1024;

/** What the server's own monitor says of its process. */
export interface Vitals {
  /** Seconds of processor time since it began. */
  cpuSeconds: number;
  residentMegabytes: number;
}

/** Asks the monitor of a server, such as `http://127.0.0.1:8900`. */
export async function readVitals(monitor: string): Promise<Vitals> {
  const metrics = await (await fetch(`${monitor}/metrics`)).text();
  const numberOf = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1]);
  return {
    cpuSeconds: numberOf('process_cpu_seconds_total'),
    residentMegabytes: numberOf('process_resident_memory_bytes') / megabyte,
  };
}
