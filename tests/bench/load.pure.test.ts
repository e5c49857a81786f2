import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { countAnswers } from './load.ts'
import { processorSeconds } from './processor-time.ts'

async function counted(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page`
    return await countAnswers(150, { url, headers: { 'Accept-Encoding': 'br' }, pid: process.pid })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

it.each([
  ['of a stated length', { 'Content-Length': 200_000 }],
  ['in pieces', {}],
])('counts as many answers as were given %s', async (_, headers) => {
  let given = 0
  const answers = await counted((request, response) => {
    expect(request.headers['accept-encoding']).toBe('br')
    response.writeHead(200, headers)
    response.write('x'.repeat(100_000))
    response.end('x'.repeat(100_000), () => given++)
  })
  expect(answers).toBeGreaterThanOrEqual(20)
  expect(Math.abs(answers - given)).toBeLessThanOrEqual(20)
})

it('counts "nothing has changed", which has no body', async () => {
  expect(await counted((_, response) => void response.writeHead(304, { ETag: '"1"' }).end())).toBeGreaterThanOrEqual(20)
})

it('fails where somebody is refused', async () => {
  await expect(counted((_, response) => void response.writeHead(503).end())).rejects.toThrow('503')
})

it.runIf(process.platform === 'linux')('knows how long a process has computed', () => {
  const before = processorSeconds(process.pid)
  const until = performance.now() + 5000
  while (processorSeconds(process.pid) === before && performance.now() < until);
  expect(processorSeconds(process.pid)).toBeGreaterThan(before)
})
