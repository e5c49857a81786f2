import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listPriceRules } from '#app/registrations/offer/rules.server.ts'
import { removePriceRule } from '#app/registrations/offer/remove-price-rule.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.removePriceRule'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const all = await listPriceRules(context.services.db, event.id)
  const one = all.find(({ id }) => id === params.rule)
  if (!one) throw notFound()
  return { name: one.name }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const removed = await removePriceRule(context.services.db, {
    eventId: event.id,
    ruleId: params.rule!,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  // Whoever removes what somebody else removed a moment ago has what they wanted.
  if (!removed.ok && !removed.refusals.some(({ code }) => code === 'gone')) return refused(form, removed.refusals)
  return seeOther(context, `/organize/${event.slug}/rules`)
}

export default function Remove() {
  const { name } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('offer.removePriceRule')}
      button={t('offer.removePriceRuleButton')}
      back={`/organize/${slug}/rules`}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{t('offer.removePriceRuleLead')}</p>
    </Confirm>
  )
}
