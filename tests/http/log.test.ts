import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices } from '#tests/support/app.ts'
import { createFront } from '#app/http/front.server.ts'
import { handleError } from '#app/http/error-log.server.ts'
import { readStaticFiles } from '#app/http/static-files.ts'
import { newListToken } from '#app/participants/files/links/list-token.ts'
import { deriveKey, newToken } from '#app/values/secret.ts'

const lines: string[] = []
let port: number
let close: () => Promise<void>

const KEY = deriveKey('s'.repeat(40), 'registration', 'somebody')
const [TOKEN, LIST] = [newToken(), newListToken()]
const PERSONAL = [KEY, TOKEN, LIST, 'contohwati', 'example.org', 'Contohwati', encodeURIComponent('نور')]

beforeAll(async () => {
  const given = await testServices()
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  const services = { ...given.services, log }
  const app = async (incoming: Request) => {
    const fault = Object.assign(new Error(`Duplicate entry 'contohwati@example.org' for ${TOKEN}`), { code: 'ER_DUP' })
    if (incoming.url.includes('/front-fault')) throw fault
    const context = { services, requestId: 'r-1' }
    if (incoming.url.includes('fault')) handleError(fault, { request: incoming, params: {}, context } as never)
    return new Response('', { status: incoming.url.includes('fault') ? 500 : 200 })
  }
  const front = createFront(app, services, await readStaticFiles('public'))
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done))
  port = (front.address() as AddressInfo).port
  close = async () => {
    front.closeAllConnections()
    await new Promise((done) => front.close(done))
    await given.close()
  }
})
afterAll(() => close())

function ask(path: string, method = 'GET', body = ''): Promise<number> {
  const headers = { Cookie: `plenary=${TOKEN}`, Referer: `http://plenary.test/lists/${LIST}` }
  return new Promise((done, fail) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      response.resume().on('end', () => done(response.statusCode!))
    })
    asked.on('error', fail)
    asked.end(body)
  })
}

const ADDRESSES = [
  `/lists/${LIST}`,
  `/fr/lists/${LIST}/file`,
  `/lists/${TOKEN}`,
  `/registrations/T7KQ-4M2X/certificate?key=${KEY}`,
  `/registrations/T7KQ-4M2X/certificate.pdf?key=${KEY}`,
  `/ar/registrations/T7KQ-4M2X/surveys/01a1fdfa-4600-7749-bc70-74f57ccd2860?key=${KEY}`,
  `/teach/ntw-2027/participants.csv?q=contohwati@example.org`,
  `/organize/ntw-2027/check-in?q=${encodeURIComponent('نور')}`,
  `/attendance/ntw-2027/list.json?device=${TOKEN}`,
  `/verify?serial=Contohwati`,
]

test.each(['', 'fault', 'front-fault'])('no name, address, key or token is in a line of the log %s', async (fault) => {
  lines.length = 0
  for (const address of ADDRESSES) {
    const [path, query = ''] = address.split('?') as [string, string?]
    const asked = fault ? `${path}/${fault}?${query}` : address
    await ask(asked)
    await ask(asked, 'POST', `name=Contohwati&email=contohwati%40example.org&key=${KEY}`)
  }
  await expect.poll(() => lines.filter((line) => line.includes('"request"')).length).toBe(2 * ADDRESSES.length)
  if (fault) expect(lines.length).toBe(4 * ADDRESSES.length)
  for (const line of lines) for (const one of PERSONAL) expect([one, line.includes(one)], line).toEqual([one, false])
  expect(lines.join('')).toContain('/teach/ntw-2027/participants.csv')
})
