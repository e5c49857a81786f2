import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { decide } from './decide.ts'
import { FinanceForm } from './finance-form.tsx'
import { financeHeaders } from './finance-page.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { findEntry } from '#app/payments/finance/finance-waiting.server.ts'
import { resolveFinanceEntry } from '#app/payments/finance/resolve-finance-entry.server.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({ note: line(300, 'finance.noteWanted') })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const entry = await findEntry(context.services.db, params.entry!, { reach, language: context.language })
  if (!entry || entry.resolvedAt !== null) throw notFound()
  return { id: entry.id, kind: entry.kind, seesAll: reach === 'all' }
}

/** Somebody has seen to it, outside of Plenary or by another page. */
export async function action(given: ActionFunctionArgs) {
  const { services, now } = given.context
  const run = resolveFinanceEntry.bind(null, services.db)
  return await decide(
    given,
    schema,
    ({ value, reach, accountId }) => run({ entryId: given.params.entry!, note: value.note, reach, accountId, now }),
    '/finance?done=settled',
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.resolve') }))

export const handle = { shell: 'work', section: 'finance' }

export default function EntryResolve() {
  const { t } = usePage()
  const { id, kind, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <FinanceForm
      title={t('finance.resolve')}
      lead={t('finance.resolveLead')}
      trail={[{ to: `/finance/entries/${id}`, label: t(`finance.kind.${kind}`) }]}
      back={`/finance/entries/${id}`}
      submit={t('finance.resolve')}
      {...{ form, seesAll }}
    >
      <TextArea
        form={form}
        name="note"
        label={t('finance.note')}
        hint={t('finance.noteHint')}
        rows={3}
        maxLength={300}
      />
    </FinanceForm>
  )
}
