import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { matchRoutes } from 'react-router-dom'
import { createStaticRouter, StaticRouterProvider } from 'react-router-dom/server'
import type { RootData } from '#app/http/root-data.server.ts'
import { NOW } from '#tests/support/app.ts'

/** A component as a page shows it, in a language. */
export function render(element: ReactElement, root: Partial<RootData> = {}): string {
  const language = root.language ?? 'en'
  const data: RootData = {
    language,
    prefix: '',
    now: NOW,
    requestId: '4f1c9a00-0000-4000-8000-000000000000',
    address: '/',
    baseUrl: 'http://plenary.test',
    contactEmail: 'help@plenary.example',
    isDemonstration: false,
    hasOutbox: false,
    hasErrors: false,
    ...root,
  }
  const [pathname = '/', search = ''] = data.address.split(/(?=\?)/)
  const routes = [{ id: 'root', path: '*', element }]
  const context = {
    basename: '/',
    location: { pathname, search, hash: '', state: null, key: '' },
    matches: matchRoutes(routes, pathname)!,
    loaderData: { root: data },
    actionData: null,
    errors: null,
    statusCode: 200,
    loaderHeaders: {},
    actionHeaders: {},
    activeDeferreds: null,
  } as unknown as Parameters<typeof createStaticRouter>[1]
  return renderToStaticMarkup(
    <StaticRouterProvider router={createStaticRouter(routes, context)} context={context} hydrate={false} />,
  )
}
