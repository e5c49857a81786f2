import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { readForm } from '#app/http/form.server.ts'
import { ReceivedForm } from '#app/http/received-form.ts'
import { toRequest } from '#app/http/to-request.ts'

let server: Server | undefined

afterEach(() => server?.close())

/** What a server's `look` says of the request that it is sent. */
async function asReceived<T>(look: (request: Request) => Promise<T> | T, send: (port: number) => Promise<unknown>) {
  const seen = new Promise<T>((resolve, reject) => {
    server = createServer((incoming, outgoing) => {
      const request = toRequest(incoming, outgoing, 'http://plenary.test')
      if (request === null || request === 'too-large') return reject(new Error('no request'))
      Promise.resolve(look(request))
        .then(resolve, reject)
        .finally(() => outgoing.end())
    })
  })
  server!.listen(0, '127.0.0.1')
  await once(server!, 'listening')
  await send((server!.address() as AddressInfo).port)
  return await seen
}

const form = new URLSearchParams({ 'people[0].fullName': 'Þóra & sons', a: '1 + 2', again: 'x' })
form.append('again', 'y')

const post = (body: BodyInit) => (port: number) => fetch(`http://127.0.0.1:${port}/fr/x?y=1`, { method: 'POST', body })

test('has all that a request has', async () => {
  const told = await asReceived((request) => {
    const names = Object.keys(Object.getOwnPropertyDescriptors(Request.prototype)).filter(
      (name) => !['constructor', 'isReloadNavigation', 'isHistoryNavigation', 'attribute'].includes(name),
    )
    const missing = names.filter((name) => (request as unknown as Record<string, unknown>)[name] === undefined)
    const { method, url, bodyUsed, mode, redirect } = request
    return { isLean: request instanceof ReceivedForm, missing, method, url, bodyUsed, mode, redirect }
  }, post(form))
  const { mode, redirect } = new Request('http://plenary.test/', { method: 'POST' })
  expect(told).toEqual({
    isLean: true,
    missing: [],
    method: 'POST',
    url: 'http://plenary.test/fr/x?y=1',
    bodyUsed: false,
    mode,
    redirect,
  })
})

test.each([
  ['a lean form', form],
  [
    'a form with files',
    Object.entries(Object.fromEntries(form)).reduce((all, [k, v]) => (all.append(k, v), all), new FormData()),
  ],
])('%s is read as any other', async (_name, body) => {
  const expected = [...(await readForm(new Request('http://x/', { method: 'POST', body })))]
  expect(await asReceived(async (request) => [...(await readForm(request))], post(body))).toEqual(expected)
})

test('is read by the ways of the platform, too, and once', async () => {
  const read = async (request: Request) => {
    const text = (await request.formData()).get('a')
    return [text, request.bodyUsed, await request.text().catch(() => 'read')]
  }
  expect(await asReceived(read, post(form))).toEqual(['1 + 2', true, 'read'])
})

test('read by an action, it leaves a request without a body for the page that follows', async () => {
  const read = async (request: Request) => {
    const text = await request.text()
    const whole = (request as ReceivedForm).whole()
    return [text, request.bodyUsed, whole.method, whole.headers.get('Content-Type')?.slice(0, 33), await whole.text()]
  }
  expect(await asReceived(read, post(form))).toEqual([
    String(form),
    true,
    'POST',
    'application/x-www-form-urlencoded',
    '',
  ])
})

test('a form that breaks off is refused, and its signal says so', async () => {
  const read = async (request: Request) => {
    const status = await readForm(request).then(
      () => 200,
      (answer: Response) => answer.status,
    )
    return [status, request.signal.aborted]
  }
  const send = async (port: number) => {
    const socket = connect(port, '127.0.0.1')
    const head = 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\n'
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${head}a=1`, () => setTimeout(() => socket.destroy(), 50))
  }
  expect(await asReceived(read, send)).toEqual([400, true])
})
