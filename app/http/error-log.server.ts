import { isRouteErrorResponse } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { loggablePath } from './loggable-path.ts'

/** An internal fault, logged once with its request id. Expected answers (404, 405) are none, thrown or Remix's own. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  const { services, requestId } = context
  services.log.error(
    { requestId, path: loggablePath(new URL(request.url).pathname), fault: describeFault(error) },
    'internal fault',
  )
}

/**
 * What the log may hold of a fault. Databases and the runtime, whose errors have codes, repeat values in their messages:
 * those stay out.
 */
export function describeFault(error: unknown): {
  name: string
  code?: string
  message?: string
  stack?: string | undefined
} {
  if (!(error instanceof Error)) return { name: 'unknown' }
  const { name, message, stack } = error
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) return { name, message, stack }
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { name, code, stack: frames?.join('\n') }
}
