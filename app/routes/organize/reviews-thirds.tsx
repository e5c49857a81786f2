import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { assigned, planned } from './assignment-plan.server.ts'
import { AssignmentPlan } from './assignment-plan.tsx'
import { deskMeta } from './desk.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('reviewing.organize.thirdsTitle'))

export const loader = ({ request, params, context }: LoaderFunctionArgs) => planned(request, context, params, true)

export const action = ({ request, params, context }: ActionFunctionArgs) => assigned(request, context, params, true)

export default function Thirds() {
  const plan = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return <AssignmentPlan plan={plan} form={form} page="thirds" />
}
