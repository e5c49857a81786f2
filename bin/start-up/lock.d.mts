/**
 * Runs `work` while no other process of this machine does the same in this folder. A lock whose process is gone
 * (killed) is taken over. `work` may pass the lock on to a child, which outlives us when we are killed.
 */
export function withLock<T>(
  root: string,
  name: string,
  work: (passOn: (pid: number) => void) => T | Promise<T>,
): Promise<T>
