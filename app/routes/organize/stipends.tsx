import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { StipendTable } from './stipend-table.tsx'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { handStipend } from '#app/scholarships/payouts/hand-stipend.server.ts'
import { stipendSheet } from '#app/scholarships/payouts/stipend-sheet.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.sheet.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  return { lines: await stipendSheet(context.services.db, event.id) }
}

const schema = z.object({ award: line(36), component: line(36), reference: line(100) })

/** One stipend was handed over. A line is paid once: its form key is the component itself. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'organize')
  const form = await readForm(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return invalid(parsed.form)
  const { award: awardId, component: componentId, reference } = parsed.value
  const done = await handStipend(context.services.db, {
    eventId: event.id,
    awardId,
    componentId,
    reference,
    formKey: `stipend-${componentId}`,
    accountId: signedIn.accountId,
    now: context.now,
  })
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(context, `/organize/${event.slug}/payouts/stipends?done`)
}

export default function Stipends() {
  const { lines } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const [query] = useSearchParams()
  const { title } = useDesk()
  const { t } = usePage()
  return (
    <>
      <PageHead
        form={form}
        area="award"
        title={t('award.sheet.title')}
        lead={
          <>
            <bdi>{title}</bdi>. {t('award.sheet.lead')}
          </>
        }
      />
      {query.has('done') && (
        <Note is="ok">
          <p>{t('award.payouts.done')}</p>
        </Note>
      )}
      {lines.length === 0 ? (
        <Empty title={t('award.sheet.none')} level="h2">
          <p>{t('award.sheet.noneWhy')}</p>
        </Empty>
      ) : (
        <StipendTable lines={lines} />
      )}
    </>
  )
}
