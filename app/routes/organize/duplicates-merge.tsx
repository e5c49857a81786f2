import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { deskMeta, useDesk } from './desk.ts'
import { MergeTable } from './duplicates-table.tsx'
import { PageHead } from './page-head.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { compareRegistrations } from '#app/participants/duplicates/compare-registrations.server.ts'
import { MERGE_FIELDS } from '#app/participants/duplicates/merge-fields.ts'
import { mergeRegistrations } from '#app/participants/duplicates/merge-registrations.server.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

const choice = z.enum(['0', '1'], { error: 'form.choose' })
const schema = z.object({
  keep: choice,
  from: z.object(Object.fromEntries(MERGE_FIELDS.map((field) => [field, choice]))).partial(),
})

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('registrant.duplicates.compare'))

async function compared({ request, params, context }: LoaderFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params['event']!)
  const ids: [string, string] = [params['registration']!, params['other']!]
  const both = await compareRegistrations(context.services.db, { eventId: event.id, ids })
  if (!both) throw notFound()
  return { event, signedIn, both }
}

export async function loader(args: LoaderFunctionArgs) {
  const { event, both } = await compared(args)
  const { services, language } = args.context
  const { ticketTypes } = await listNames(services.db, { eventId: event.id }, language)
  return { both, ticketTypes }
}

export async function action(args: ActionFunctionArgs) {
  const { event, signedIn, both } = await compared(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const again = (state: FormState, status: number) => data({ form: state }, { status })
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return again(parsed.form, 422)
  const { keep, from } = parsed.value
  const [kept, other] = keep === '0' ? both : [both[1], both[0]]
  const merged = await mergeRegistrations(services.db, services.gateways, {
    eventId: event.id,
    keepId: kept.id,
    otherId: other.id,
    taken: MERGE_FIELDS.filter((field) => (from[field] ?? keep) !== keep),
    now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!merged.ok) return again(refusedForm(form, merged.refusals), 409)
  return seeOther(args.context, `/organize/${event.slug}/registrations?done=merged`)
}

/** Two registrations side by side: which stays, and what it takes of the other. */
export default function Merge() {
  const { both, ticketTypes } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  const bothPaid = both.every(({ paid }) => paid > 0)
  return (
    <>
      <PageHead form={form} title={t('registrant.duplicates.compare')} lead={t('registrant.duplicates.compareLead')} />
      <form method="post">
        <MergeTable form={form} both={both} ticketTypes={ticketTypes} />
        <ul className="after">
          <li>{t('registrant.duplicates.moves')}</li>
          <li>{t('registrant.duplicates.ends')}</li>
          <li>{t(bothPaid ? 'registrant.duplicates.bothPaid' : 'registrant.duplicates.money')}</li>
          <li>
            <b>{t('registrant.duplicates.forGood')}</b>
          </li>
        </ul>
        <p className="row after">
          <button className="go">{t('registrant.duplicates.merge')}</button>{' '}
          <a href={path(`/organize/${slug}/duplicates`)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}

export type MergeData = ReturnType<typeof useLoaderData<typeof loader>>
