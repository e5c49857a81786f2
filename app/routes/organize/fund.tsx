import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { FundBar } from './fund-bar.tsx'
import { FundFields } from './fund-fields.tsx'
import { PageHead } from './page-head.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { fundSchema, shownFund } from '#app/scholarships/funds/fund-form.ts'
import { listChoiceCodes } from '#app/scholarships/funds/list-choice-codes.server.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import { saveFund } from '#app/scholarships/funds/save-fund.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('fund.fund'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const choices = await listChoiceCodes(db, event.id)
  if (params.fund === 'new') return { fund: null, shown: null, choices }
  const fund = (await listFunds(db, event.id)).find(({ id }) => id === params.fund)
  if (!fund && !isGone(context)) throw notFound()
  return fund ? { fund, shown: shownFund(fund), choices } : { fund: null, shown: null, choices }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'organize')
  const form = await readForm(request)
  const parsed = parseForm(form, fundSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveFund(context.services.db, {
    eventId: event.id,
    fundId: params.fund === 'new' ? null : params.fund!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/funds`)
}

export default function FundPage() {
  const { fund, shown, choices } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, currency } = useDesk()
  const { t, path } = usePage()
  const base = path(`/organize/${slug}/funds`)
  return (
    <>
      <Crumbs
        trail={[
          { to: `/organize/${slug}/funds`, label: t('fund.title') },
          { label: fund ? <bdi>{fund.code}</bdi> : t('fund.add') },
        ]}
      />
      <PageHead form={form} area="fund" title={fund ? <bdi>{fund.name}</bdi> : t('fund.add')} />
      {fund && (
        <section>
          <FundBar fund={fund} />
          <p className="row">
            <a href={`${base}/${fund.id}/report`}>{t('fund.report.title')}</a>{' '}
            <a href={path(`/organize/${slug}/awards?fund=${fund.id}`)}>{t('fund.awards')}</a>{' '}
            <a href={`${base}/${fund.id}/remove`}>{t('fund.remove')}</a>
          </p>
        </section>
      )}
      <form method="post" action={`${base}/${fund?.id ?? 'new'}`}>
        <FundFields form={form} fund={fund} shown={shown} choices={choices} currency={currency ?? 'USD'} />
        <p className="row after">
          <button className="go">{t('fund.save')}</button> <a href={base}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
