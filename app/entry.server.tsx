import { RemixServer } from '@remix-run/react'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { rootDataOf } from './http/root-data.server.ts'

/** Pages are rendered whole: they are small, and an error must still be able to change the status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Response {
  // An answer such as 405 is given before a loader has run; its page must know its language all the same.
  context.staticHandlerContext.loaderData.root ??= rootDataOf(request, loadContext)
  const html = renderToStaticMarkup(<RemixServer context={context} url={request.url} />)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!doctype html>${html}`, { status, headers })
}

export { handleError } from './http/error-log.server.ts'
