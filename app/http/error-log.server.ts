import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'

/** An internal fault, logged once with its request id. Expected answers are thrown as responses and do not come here. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return
  const { services, requestId } = context
  const fault =
    error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { name: 'unknown' }
  services.log.error({ requestId, path: new URL(request.url).pathname, fault }, 'internal fault')
}
