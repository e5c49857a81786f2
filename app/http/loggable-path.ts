/** A path as it may stand in a log: without the query, and with nothing as long as a key or a token (`newToken`). */
export function loggablePath(address: string): string {
  const path = address.split('?', 1)[0] ?? ''
  return path.replace(/[^/]{32,}/g, '…').slice(0, 200)
}
