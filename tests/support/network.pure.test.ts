import { http, HttpResponse } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { forgetConnections, unexpectedConnections } from './connections.ts'
import { withNetwork } from './network.ts'

const network = withNetwork()

afterEach(forgetConnections)

test('what msw answers is no surprise', async () => {
  network.use(http.get('https://a.example/', () => HttpResponse.text('answered')))
  expect(await (await fetch('https://a.example/')).text()).toBe('answered')
  expect(unexpectedConnections()).toEqual([])
})

test.each(['http://a.example/', 'https://a.example/', 'http://192.0.2.1/'])(
  'what msw has no answer for is: %s',
  async (url) => {
    await expect(fetch(url)).rejects.toThrow('fetch failed')
    expect(unexpectedConnections()).toEqual([expect.stringContaining('Unexpected connection to')])
  },
)
