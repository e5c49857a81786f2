/**
 * Ends this process when bin/run.mjs, which started it, was killed outright and could pass no signal on:
 * an orphan would keep the port.
 */
export function stopWithRunner(): void {
  const runner = Number(process.env.PLENARY_RUNNER)
  if (process.ppid !== runner) return
  const watch = setInterval(() => {
    if (process.ppid === runner) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 1000)
  watch.unref()
}
