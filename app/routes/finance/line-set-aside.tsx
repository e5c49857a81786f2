import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { decide } from './decide.ts'
import { FinanceForm } from './finance-form.tsx'
import { financeHeaders } from './finance-page.tsx'
import { LineFacts } from './line-facts.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { putLineAway } from '#app/payments/statements/put-line-away.server.ts'
import { findLine } from '#app/payments/statements/statement-queries.server.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line as lineOf } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({ note: lineOf(300, 'finance.noteWanted') })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const line = await findLine(context.services.db, { id: params.line!, reach })
  if (!line) throw notFound()
  const { fingerprint: _fingerprint, matches: _matches, ...shown } = line
  return { line: shown, seesAll: reach === 'all' }
}

/** It is no payment of ours: a person says what it is. */
export async function action(given: ActionFunctionArgs) {
  const { services, now } = given.context
  const lineId = given.params.line!
  const run = putLineAway.bind(null, services.db)
  return await decide(
    given,
    schema,
    ({ value, reach, accountId }) => run({ lineId, to: 'set-aside', note: value.note, reach, accountId, now }),
    `/finance/lines/${lineId}?done=line`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.setAside.do') }))

export const handle = { shell: 'work', section: 'finance' }

export default function LineSetAside() {
  const { t } = usePage()
  const { line, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const back = `/finance/lines/${line.id}`
  return (
    <FinanceForm
      title={t('finance.setAside.do')}
      lead={t('finance.setAside.lead')}
      trail={[{ to: back, label: t('finance.line.title') }]}
      submit={t('finance.setAside.do')}
      facts={<LineFacts line={line} />}
      {...{ form, seesAll, back }}
    >
      <TextArea
        form={form}
        name="note"
        label={t('finance.note')}
        hint={t('finance.setAside.hint')}
        rows={3}
        maxLength={300}
      />
    </FinanceForm>
  )
}
