import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'

function posted(body: BodyInit, type = 'application/x-www-form-urlencoded') {
  return new Request('http://plenary.test/', { method: 'POST', body, headers: { 'Content-Type': type } })
}

async function statusOf(reading: Promise<unknown>) {
  return await reading.then(
    () => 200,
    (answer: Response) => answer.status,
  )
}

test.each([
  ['five thousand fields', Array.from({ length: 5000 }, (_, at) => `f${at}=x`).join('&')],
  ['a list of a million', 'people[999999].x=1'],
  ['a list of four thousand million', 'people[4294967294].x=1'],
  ['a name as deep as a well', `a${'[0]'.repeat(3000)}=1`],
  ['the prototype', 'people[0].__proto__.x=1'],
  ['the prototype itself', '__proto__=1'],
])('refuses %s', async (_name, body) => {
  expect(await statusOf(readForm(posted(body)))).toBe(400)
})

test.each([
  ['typed', 'a&'.repeat(800_000), 'application/x-www-form-urlencoded'],
  [
    'with files',
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(250_000),
    'multipart/form-data; boundary=b',
  ],
])('refuses hundreds of thousands of fields before it tells them apart: %s', async (_name, body, type) => {
  for (const stated of [null, String(body.length)]) {
    const headers = new Headers({ 'Content-Type': type })
    if (stated) headers.set('Content-Length', stated)
    const request = new Request('http://plenary.test/', { method: 'POST', body, headers })
    const began = performance.now()
    expect(await statusOf(readForm(request, { files: true }))).toBe(400)
    // Told apart they take minutes.
    expect(performance.now() - began).toBeLessThan(5000)
  }
})

test.each([
  ['no boundary', 'x', 'multipart/form-data', 400],
  ['a broken part', '--b\r\ngarbage', 'multipart/form-data; boundary=b', 400],
  ['JSON', '{}', 'application/json', 415],
  ['half a megabyte without a length', 'a='.padEnd(600_000, 'x'), 'application/x-www-form-urlencoded', 413],
])('answers %s in the four hundreds', async (_name, body, type, status) => {
  const request = posted(body, type)
  expect(await statusOf(readForm(request))).toBe(status)
})

test('names of every object are names like any other', async () => {
  const form = await readForm(posted('toString=1&constructor=2&constructor=3&constructor.prototype.z=4&a=1&a.b=2'))
  expect(Object.entries(refusedForm(form, []).values)).toContainEqual(['constructor', ['2', '3']])
  expect(parseForm(form, z.object({ name: z.string() })).ok).toBe(false)
  expect(({} as Record<string, unknown>)['z']).toBeUndefined()
})
