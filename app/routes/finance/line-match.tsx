import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decide } from './decide.ts'
import { FinanceForm } from './finance-form.tsx'
import { financeHeaders } from './finance-page.tsx'
import { LineFacts } from './line-facts.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { codeOf, MATCH_ROWS, matchSchema } from '#app/payments/statements/match-form.ts'
import { matchLine } from '#app/payments/statements/match-line.server.ts'
import { findLine } from '#app/payments/statements/statement-queries.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { parseCode } from '#app/values/code.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { parseMinor, plainAmount } from '#app/values/money.ts'
import { refuse } from '#app/values/refusal.ts'

async function lineOf({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const line = await findLine(context.services.db, { id: params.line!, reach })
  if (!line || line.amountMinor <= 0) throw notFound()
  return { reach, line }
}

export async function loader(given: LoaderFunctionArgs) {
  const { reach, line } = await lineOf(given)
  const code = parseCode(new URL(given.request.url).searchParams.get('code') ?? '') ?? ''
  const { fingerprint: _fingerprint, matches: _matches, ...shown } = line
  return { line: shown, code, rows: MATCH_ROWS, seesAll: reach === 'all' }
}

/** A person says which orders this money is for; an amount left out is all that is left of it. */
export async function action(given: ActionFunctionArgs) {
  const { line } = await lineOf(given)
  const { services, now } = given.context
  const run = matchLine.bind(null, services.db)
  return await decide(
    given,
    matchSchema,
    async ({ value, reach, accountId }) => {
      const typed = value.share
        .map((one, at) => ({ ...one, at }))
        .filter(({ code, amount }) => code !== '' || amount !== '')
      if (typed.length === 0) return refuse({ code: 'order-unknown', field: 'share[0].code' })
      const shares = []
      for (const { code: typedCode, amount, at } of typed) {
        const code = codeOf(typedCode)
        if (code === null) return refuse({ code: 'order-unknown', field: `share[${at}].code` })
        const isRest = amount === '' && typed.length === 1
        const amountMinor = isRest ? line.restMinor : parseMinor(amount, line.currency)
        if (amountMinor === null || amountMinor === 0)
          return refuse({ code: 'amount-unreadable', field: `share[${at}].amount` })
        shares.push({ code, amountMinor, field: `share[${at}].code` })
      }
      return await run({ lineId: line.id, shares, reach, accountId, now })
    },
    `/finance/lines/${line.id}?done=line`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.match.do') }))

export const handle = { shell: 'work', section: 'finance' }

export default function LineMatch() {
  const { t } = usePage()
  const { line, code, rows, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const back = `/finance/lines/${line.id}`
  const rest = plainAmount({ amountMinor: line.restMinor, currency: line.currency })
  return (
    <FinanceForm
      title={t('finance.match.do')}
      lead={t('finance.match.lead')}
      trail={[{ to: back, label: t('finance.line.title') }]}
      submit={t('finance.match.submit')}
      facts={<LineFacts line={line} />}
      {...{ form, seesAll, back }}
    >
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="cols">
          <TextField
            form={form}
            name={`share[${at}].code`}
            label={at === 0 ? t('finance.match.code') : t('finance.match.codeOf', { number: at + 1 })}
            hint={at === 0 ? t('finance.match.codeHint') : undefined}
            isOptional={at > 0}
            defaultValue={at === 0 ? code : ''}
            dir="ltr"
            maxLength={40}
          />
          <TextField
            form={form}
            name={`share[${at}].amount`}
            label={
              at === 0
                ? t('finance.match.amount', { currency: line.currency })
                : t('finance.match.amountOf', { number: at + 1 })
            }
            hint={at === 0 ? t('finance.match.amountHint') : undefined}
            isOptional={at > 0}
            defaultValue={at === 0 ? rest : ''}
            dir="ltr"
            maxLength={20}
          />
        </div>
      ))}
    </FinanceForm>
  )
}
