import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ApplyPage, applyTitle } from './apply-page.tsx'
import { applyView, findApply, judgement } from './apply.server.ts'
import { toldSchema } from '#app/applications/form/start-form.ts'
import { notFound } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'

export const handle = { shell: 'public', section: 'events' }

const PRIVATE = { 'Cache-Control': 'no-store' }

export const headers: HeadersFunction = () => PRIVATE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: applyTitle(args.data?.view, t) }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return data({ view: await applyView(request, params, context), formKey: context.formKey() }, { headers: PRIVATE })
}

/** What somebody says of themselves before the form, judged at once. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { call } = await findApply(request, params, context)
  if (!call) throw notFound()
  const parsed = parseForm(await readForm(request), toldSchema)
  if (!parsed.ok) return data({ form: parsed.form, judged: null }, { status: 422, headers: PRIVATE })
  return data({ form: null, judged: judgement(call, parsed.value, context.now) }, { headers: PRIVATE })
}

export default function Page() {
  const { view, formKey } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return <ApplyPage view={view} formKey={formKey} checked={sent?.form ?? undefined} judged={sent?.judged ?? null} />
}
