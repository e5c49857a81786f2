import { RemixServer } from '@remix-run/react'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import sheet, { icon } from 'virtual:page-sheet'
import { stylesOf } from './http/page-style/style-of-page.ts'
import { withOwnStyle } from './http/page-style/with-own-style.ts'
import { rootDataOf } from './http/root-data.server.ts'
import { publicPolicy } from './http/security-headers.ts'
import { renderedData } from './http/unsent-data.ts'
import type { FormState } from './values/form-state.ts'

const styleOf = stylesOf(sheet)

/** Pages are rendered whole: they are small, and an error must still be able to change the status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Response {
  // An answer such as 405 is given before a loader has run; its page must know its language all the same.
  const page = context.staticHandlerContext
  const loaderData = (page.loaderData = renderedData(page.loaderData))
  const actionData = page.actionData && (page.actionData = renderedData(page.actionData))
  loaderData.root = { ...(loaderData.root ?? rootDataOf(request, loadContext)), hasErrors: isForErrors(actionData) }
  const html = markupOf(context, request.url)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const styled = withOwnStyle(html, { styleOf, icon })
  if (styled.styleHash !== null && !headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', publicPolicy(loadContext.services.config, styled))
  return new Response(`<!doctype html>${styled.html}`, { status, headers })
}

/** A page as React writes it, without what Remix would tell a script of it. */
export function markupOf(context: EntryContext, url: string): string {
  return renderToStaticMarkup(<RemixServer context={{ ...context, serverHandoffStream: undefined }} url={url} />)
}

/** Whether an action gave a form back with errors: the title of every such page says so. */
function isForErrors(actionData: EntryContext['staticHandlerContext']['actionData']): boolean {
  const answers: ({ form?: FormState } | null | undefined)[] = Object.values(actionData ?? {})
  return answers.some((answer) => Object.keys(answer?.form?.errors ?? {}).length > 0)
}

export { handleError } from './http/error-log.server.ts'
