import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { decide } from './decide.ts'
import { FinanceForm } from './finance-form.tsx'
import { financeHeaders } from './finance-page.tsx'
import { LineFacts } from './line-facts.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { findLine } from '#app/payments/statements/statement-queries.server.ts'
import { undoMatch } from '#app/payments/statements/undo-match.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const line = await findLine(context.services.db, { id: params.line!, reach })
  if (!line) throw notFound()
  const { fingerprint: _fingerprint, matches, ...shown } = line
  const match = matches.find(({ paymentId, reversesId }) => paymentId === params.payment && reversesId === null)
  if (!match) throw notFound()
  return { line: shown, code: match.code, seesAll: reach === 'all' }
}

/** The money is taken from this order again, and waits for the right one. */
export async function action(given: ActionFunctionArgs) {
  const { services, now } = given.context
  const lineId = given.params.line!
  const paymentId = given.params.payment!
  const run = undoMatch.bind(null, services.db)
  return await decide(
    given,
    schema,
    ({ reach, accountId }) => run({ lineId, paymentId, reach, accountId, now }),
    `/finance/lines/${lineId}?done=line`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.undo.do') }))

export const handle = { shell: 'work', section: 'finance' }

export default function LineUndo() {
  const { t } = usePage()
  const { line, code, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const back = `/finance/lines/${line.id}`
  return (
    <FinanceForm
      title={t('finance.undo.do')}
      lead={t('finance.undo.lead', { code })}
      trail={[{ to: back, label: t('finance.line.title') }]}
      submit={t('finance.undo.do')}
      facts={<LineFacts line={line} />}
      {...{ form, seesAll, back }}
    />
  )
}
