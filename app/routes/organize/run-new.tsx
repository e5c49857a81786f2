import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { RunFields } from './run-fields.tsx'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { createRun } from '#app/participants/runs/create-run.server.ts'
import { ASKS_NOTHING, runSchema } from '#app/participants/runs/run-form.ts'
import { BULK_KINDS } from '#app/participants/runs/run-kinds.ts'
import { countChosen } from '#app/participants/runs/count-chosen.server.ts'
import { ALL_REGISTRATIONS, addressOfFilter, filterOfAddress } from '#app/participants/selection/registration-filter.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('run.new.title'))

/** More than a page of the table has boxes. */
const MOST_CHOSEN = 500

/** Which registrations an address means: the ticked ones, or all of its filter; and what is to be done to them. */
function wantedBy(request: Request) {
  const address = new URL(request.url).searchParams
  const isAll = address.get('all') === '1'
  const filter = isAll ? filterOfAddress(address) : ALL_REGISTRATIONS
  const ids = isAll ? ('all' as const) : [...new Set(address.getAll('chosen'))].slice(0, MOST_CHOSEN)
  const kind = BULK_KINDS.find((one) => one === address.get('kind')) ?? null
  return { address, filter, ids, kind, query: addressOfFilter(filter).toString() }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const { address, filter, ids, kind } = wantedBy(request)
  const [count, names] = await Promise.all([
    countChosen(db, { eventId: event.id, filter, ids, now: context.now }),
    listNames(db, { eventId: event.id }, context.language),
  ])
  address.delete('kind')
  return { count, isAll: ids === 'all', kind, names, query: address.toString() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const { filter, ids, kind, query } = wantedBy(request)
  if (kind === null) return refused(form, [{ code: 'run-nobody' }])
  const { zone } = (await findEventForEditing(context.services.db, event.id, context.language))!
  const parsed = parseForm(form, runSchema(kind, { zone, filter: query }))
  if (!parsed.ok) return invalid(parsed.form)
  const created = await createRun(context.services.db, {
    eventId: event.id,
    props: parsed.value,
    filter,
    ids,
    accountId: signedIn.accountId,
    now: context.now,
  })
  if (!created.ok) return refused(form, created.refusals)
  return seeOther(context, `/organize/${event.slug}/runs/${created.value.runId}`)
}

export default function RunNew() {
  const { count, isAll, kind, names, query } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}`
  const title = kind === null ? t('run.new.title') : t(`run.kinds.${kind}`)
  const of = (one: string) => path(`${base}/runs/new?${query}&kind=${one}`)
  return (
    <>
      <Crumbs
        trail={[
          { to: `${base}/registrations`, label: t('organize.registrations') },
          ...(kind === null ? [] : [{ to: `${base}/runs/new?${query}`, label: t('run.new.title') }]),
          { label: title },
        ]}
      />
      <PageHead form={form} title={title} lead={t('run.new.lead')} />
      {count === 0 ? (
        <Empty title={t('run.new.nobody')} level="h2">
          <p>{t('run.new.nobodyWhy')}</p>
          <p>
            <a className="btn" href={path(`${base}/registrations`)}>
              {t('run.toTable')}
            </a>
          </p>
        </Empty>
      ) : (
        <div className="flow">
          <p>
            <b>{t(isAll ? 'run.new.all' : 'run.new.chosen', { count })}</b>
          </p>
          {kind === null ? (
            <ul role="list" className="flow">
              {BULK_KINDS.map((one) => (
                <li key={one}>
                  <a href={of(one)}>
                    <b>{t(`run.kinds.${one}`)}</b>
                  </a>
                  <br />
                  <small>{t(`run.does.${one}`)}</small>
                </li>
              ))}
            </ul>
          ) : (
            <form method="post" action={of(kind)} noValidate>
              <p>{t(`run.does.${kind}`)}</p>
              {!ASKS_NOTHING.includes(kind) && <RunFields kind={kind} form={form} names={names} />}
              <p className="row after">
                <button className="go">{t('run.new.look')}</button>{' '}
                <a href={path(`${base}/registrations`)}>{t('organize.back')}</a>
              </p>
            </form>
          )}
        </div>
      )}
    </>
  )
}
