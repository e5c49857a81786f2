import { RemixServer } from '@remix-run/react'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { rootDataOf } from './http/root-data.server.ts'
import type { FormState } from './values/form-state.ts'

/** Pages are rendered whole: they are small, and an error must still be able to change the status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Response {
  // An answer such as 405 is given before a loader has run; its page must know its language all the same.
  const { loaderData, actionData } = context.staticHandlerContext
  loaderData.root = { ...(loaderData.root ?? rootDataOf(request, loadContext)), hasErrors: isForErrors(actionData) }
  const html = renderToStaticMarkup(<RemixServer context={context} url={request.url} />)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!doctype html>${html}`, { status, headers })
}

/** Whether an action gave a form back with errors: the title of every such page says so. */
function isForErrors(actionData: EntryContext['staticHandlerContext']['actionData']): boolean {
  const answers: ({ form?: FormState } | null | undefined)[] = Object.values(actionData ?? {})
  return answers.some((answer) => Object.keys(answer?.form?.errors ?? {}).length > 0)
}

export { handleError } from './http/error-log.server.ts'
