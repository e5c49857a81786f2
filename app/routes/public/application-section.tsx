import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ApplicationFormPage } from './application-form-page.tsx'
import { sectionView } from './application-section.server.ts'
import { saveSent } from './application-save.server.ts'
import { ApplicationStranger } from './application-stranger.tsx'
import { sectionTitle } from './application-steps.tsx'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { pageMeta } from '#app/ui/page-meta.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: sectionTitle(args.data?.view, t) }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await sectionView(request, params, context)
  return data({ view }, { status: view ? 200 : 404, headers: KEYED_PAGE })
}

/** Save and continue: to the next page of the form. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return await saveSent(request, params, context, 'next')
}

export default function Page() {
  const { view } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return view ? <ApplicationFormPage view={view} sent={sent ?? null} /> : <ApplicationStranger />
}
