import type { LoaderFunctionArgs } from '@remix-run/node'

/** It can serve: the database answers, its schema is this version's, and the process is not about to stop. */
export async function loader({ context }: LoaderFunctionArgs) {
  const reason = await context.services.readiness()
  return new Response(`${reason ?? 'ready'}\n`, {
    status: reason === null ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
