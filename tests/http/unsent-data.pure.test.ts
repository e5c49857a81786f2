import { createRequestHandler, data, type EntryContext, type ServerBuild } from '@remix-run/node'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { renderedData, withUnsentData } from '#app/http/unsent-data.ts'

const LOADED = { name: 'Wulandari' }

/** A build of one page or address, whose entry tells what Remix gave it to render and wrote down for a script. */
function builtWith(module: object, given: (data: unknown, written: string) => void): ServerBuild {
  const routes = withUnsentData({ page: { id: 'page', path: '/', module } } as unknown as ServerBuild['routes'])
  const entry = async (_request: Request, status: number, headers: Headers, context: EntryContext) => {
    const written = await buffer(context.serverHandoffStream!)
    const { loaderData, actionData } = context.staticHandlerContext
    given({ ...renderedData(loaderData), ...renderedData(actionData ?? {}) }, written.toString())
    return new Response('page', { status, headers })
  }
  return {
    mode: 'production',
    routes,
    entry: { module: { default: entry } },
    assets: { routes: {}, entry: { module: '', imports: [] }, url: '', version: '' },
    future: { v3_singleFetch: true },
    basename: '/',
  } as unknown as ServerBuild
}

async function ask(module: object, request = new Request('http://plenary.test/')) {
  let told: { data: unknown; written: string } | null = null
  const build = builtWith(module, (data, written) => (told = { data, written }))
  const response = await createRequestHandler(build, 'production')(request)
  return { response, told: told as { data: unknown; written: string } | null }
}

const Page = () => null

describe('what the loader of a page returns', () => {
  it('is there when the page is rendered, and nowhere else', async () => {
    const { told } = await ask({ default: Page, loader: () => LOADED })
    expect(told?.data).toEqual({ page: LOADED })
    expect(told?.written).not.toContain('Wulandari')
  })

  it('is the very object: pages share what is in memory', async () => {
    const { told } = await ask({ default: Page, loader: () => Promise.resolve(LOADED) })
    expect((told!.data as { page: object }).page).toBe(LOADED)
  })

  it('is null where it is null', async () => {
    expect((await ask({ default: Page, loader: () => null })).told?.data).toEqual({ page: null })
  })

  it('keeps the status and the headers that it is given with', async () => {
    const loader = () => data(LOADED, { status: 410, headers: { 'Cache-Control': 'no-store' } })
    const { response, told } = await ask({ default: Page, loader })
    expect([response.status, told?.data]).toEqual([410, { page: LOADED }])
    expect(told?.written).not.toContain('Wulandari')
  })

  it('is an answer where it is one, returned or thrown', async () => {
    const elsewhere = () => new Response(null, { status: 303, headers: { Location: '/me' } })
    for (const loader of [elsewhere, () => Promise.reject(elsewhere())]) {
      const { response, told } = await ask({ default: Page, loader })
      expect([response.status, response.headers.get('Location'), told]).toEqual([303, '/me', null])
    }
  })
})

it('what an action returns is there when its page is rendered', async () => {
  const request = new Request('http://plenary.test/', { method: 'POST', body: 'a=1' })
  const { told } = await ask({ default: Page, action: () => LOADED }, request)
  expect(told?.data).toEqual({ page: LOADED })
  expect(told?.written).not.toContain('Wulandari')
})

it('an address without a page answers as it always did', async () => {
  const { response } = await ask({ loader: () => Response.json(LOADED) })
  expect(await response.json()).toEqual(LOADED)
})

it('without it, Remix writes everything down', async () => {
  let written = ''
  const build = builtWith({ default: Page }, (_, text) => (written = text))
  build.routes.page!.module = { default: Page, loader: () => LOADED }
  await createRequestHandler(build, 'production')(new Request('http://plenary.test/'))
  expect(written).toContain('Wulandari')
})
