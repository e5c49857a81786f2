import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ColumnFields } from './column-fields.tsx'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { LinesPreview, TableHead } from './table-preview.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { guessMapping } from '#app/payments/statements/guess-mapping.ts'
import { mapStatement } from '#app/payments/statements/map-statement.server.ts'
import { mappingFields, mappingSchema } from '#app/payments/statements/mapping.ts'
import { findStatement, rememberedMapping, tableOf } from '#app/payments/statements/statement-queries.server.ts'
import { tableLines } from '#app/payments/statements/table-lines.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Rows as they stand in the file, and lines as they would be read. */
const SHOWN = 8

/**
 * What the columns of a table mean: as typed in the address, else as the account had it last, else as it looks; with
 * the first lines as they would be read so.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { db } = context.services
  const statement = await findStatement(db, { id: params.statement!, reach })
  if (!statement) throw notFound()
  if (statement.state !== 'mapping') throw seeOther(context, `/finance/statements/${statement.id}`)
  const typed = new URL(request.url).searchParams
  const remembered = await rememberedMapping(db, statement.issuerId)
  const found = await tableOf(db, statement)
  if (!found) throw notFound()
  const guessed = guessMapping(found, 'USD')
  const start = remembered && remembered.delimiter === found.delimiter ? remembered : guessed
  const form: FormState = { values: {}, errors: {} }
  const fields = typed.size > 0 ? Object.fromEntries(typed) : mappingFields(start)
  for (const [name, value] of Object.entries(fields)) form.values[name] = [value]
  const parsed = mappingSchema.safeParse(fields)
  for (const { path, message } of parsed.error?.issues ?? []) form.errors[path.join('.')] = [message]
  const table = parsed.success ? ((await tableOf(db, statement, parsed.data.delimiter)) ?? found) : found
  const read = parsed.success ? tableLines(table, parsed.data) : null
  return {
    id: statement.id,
    name: statement.name,
    account: statement.account,
    form,
    isRemembered: remembered !== null && typed.size === 0 && start === remembered,
    rows: table.rows.slice(0, SHOWN).map((row) => row.slice(0, 30)),
    columns: Math.min(100, Math.max(...table.rows.slice(0, 30).map((row) => row.length))),
    head: (table.rows[parsed.success ? parsed.data.headRow : guessed.headRow] ?? []).map((cell) => cell.slice(0, 60)),
    read: read && {
      lines: read.lines.slice(0, SHOWN),
      count: read.lines.length,
      skipped: read.skipped,
      faults: read.faults.slice(0, SHOWN),
      faultCount: read.faults.length,
    },
    seesAll: reach === 'all',
  }
}

/** The columns mean this: the job takes the lines in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { reach, signedIn } = await requireFinance(request, context)
  const form = await readForm(request)
  const parsed = parseForm(form, mappingSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 })
  const statementId = params.statement!
  const mapped = await mapStatement(context.services.db, {
    statementId,
    mapping: parsed.value,
    reach,
    accountId: signedIn.accountId,
    now: context.now,
  })
  if (mapped.ok) return seeOther(context, `/finance/statements/${statementId}`)
  const [refusal] = mapped.refusals
  if (refusal!.code === 'statement-unknown') throw notFound()
  if (refusal!.code === 'statement-mapped') return seeOther(context, `/finance/statements/${statementId}`)
  return data({ form: refusedForm(form, mapped.refusals) }, { status: refusal!.code === 'busy' ? 503 : 422 })
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('finance.mapping.title') }))

export const handle = { shell: 'work', section: 'finance' }

export default function StatementColumns() {
  const { t, path } = usePage()
  const {
    id,
    name,
    account,
    form: shown,
    isRemembered,
    rows,
    columns,
    head,
    read,
    seesAll,
  } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? shown
  const mayImport = read !== null && read.faultCount === 0 && read.count > 0
  return (
    <FinancePage
      title={t('finance.mapping.title')}
      lead={
        <>
          <bdi>{name}</bdi> · <bdi>{account}</bdi>
        </>
      }
      before={
        <>
          <ErrorSummary form={form} />
          <Crumbs
            trail={[
              { to: '/finance/statements', label: t('finance.side.statements') },
              { label: t('finance.mapping.title') },
            ]}
          />
        </>
      }
      seesAll={seesAll}
    >
      <p>{t(isRemembered ? 'finance.mapping.remembered' : 'finance.mapping.lead')}</p>
      <TableHead rows={rows} />
      {read && <LinesPreview read={read} />}
      {mayImport && (
        <form method="post">
          {Object.entries(form.values as FormState['values']).map(([field, values]) => (
            <input key={field} type="hidden" name={field} value={values[0]} />
          ))}
          <button className="go">{t('finance.mapping.import', { count: read.count })}</button>
        </form>
      )}
      <h2>{t('finance.mapping.meaning')}</h2>
      <form action={path(`/finance/statements/${id}/columns`)} noValidate>
        <ColumnFields form={form} head={head} columns={columns} />
        <p className="after">
          <button className={mayImport ? undefined : 'go'}>{t('finance.mapping.readAgain')}</button>
        </p>
      </form>
    </FinancePage>
  )
}
