import autocannon from 'autocannon'

/** Requests per second of one address: 20 connections, a second to warm up, five seconds to count. Anything but 2xx and 3xx is a failure. */
export async function requestsPerSecond(url: string, headers: Record<string, string> = {}): Promise<number> {
  await autocannon({ url, connections: 20, duration: 1, headers })
  const result = await autocannon({ url, connections: 20, duration: 5, headers })
  const others = result['1xx'] + result['4xx'] + result['5xx']
  if (others > 0 || result.errors > 0) throw new Error(`${url}: ${others} other answers, ${result.errors} errors`)
  return result.requests.average
}
