import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { CallTabs } from './call-tabs.tsx'
import { requireCall } from './call.server.ts'
import { useDesk } from './desk.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  return { call }
}

/** The pages of one call hang under its tabs. */
export default function CallDesk() {
  const { call } = useLoaderData<typeof loader>()
  const desk = useDesk()
  return (
    <>
      <CallTabs event={desk.slug} call={call} />
      <Outlet context={{ ...desk, call }} />
    </>
  )
}
