/**
 * The processor time, in seconds, that this process spends until `run` has ended. Other work on the machine does not lengthen
 * it, so that a limit far above what is needed fails for a way that does not scale, and for nothing else.
 */
export async function processorSeconds(run: () => unknown): Promise<number> {
  const before = process.cpuUsage().user;
  await run();
  return (process.cpuUsage().user - before) / 1e6;
}
