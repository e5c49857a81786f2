/** A path as it may stand in a log: without the query, and with nothing long enough to be a key or a token. */
export function loggablePath(address: string): string {
  const path = address.split('?', 1)[0] ?? ''
  return path.replace(/[^/]{33,}/g, '…').slice(0, 200)
}
