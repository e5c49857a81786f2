import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ListFrame } from './list-frame.tsx'
import { ListLinkForm } from './list-link-form.tsx'
import { ListLinkReady } from './list-link-ready.tsx'
import { ListLinksTable } from './list-links-table.tsx'
import { readList } from './list-reading.server.ts'
import { teachFrame } from './teach-frame.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { givenLinks } from '#app/participants/files/links/given-links.server.ts'
import { giveListOn } from '#app/participants/files/links/give-list-on.server.ts'
import { linkSchema } from '#app/participants/files/links/link-form.ts'
import { taughtEvent } from '#app/participants/home/taught-event.server.ts'
import { listQuery, readListFilter } from '#app/participants/lists/list-filter.ts'
import { mayOrganize } from '#app/people/rights.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { newId } from '#app/values/id.ts'

export const handle = { shell: 'work', section: 'teach' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('download.link.title') }))

/** The links by which somebody gave a list of the event on; organizers see everybody's. */
export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, event, purposes, purpose, trackIds, filter } = await readList(args)
  const { services, now } = args.context
  const isOrganizer = mayOrganize(signedIn.roles, event)
  const [{ zone }, frame, links] = await Promise.all([
    taughtEvent(services.db, event.id),
    teachFrame(args.context, { eventId: event.id, trackIds }),
    givenLinks(services.db, { eventId: event.id, givenBy: isOrganizer ? null : signedIn.accountId, now }),
  ])
  return { frame, zone, links, purposes, purpose, query: listQuery(filter).toString(), linkId: newId(now), isOrganizer }
}

export async function action(args: ActionFunctionArgs) {
  const { signedIn, event, purposes } = await readList(args)
  const { services, now, language } = args.context
  const form = await readForm(args.request)
  const parsed = parseForm(form, linkSchema)
  if (!parsed.ok) return data({ form: parsed.form, made: null }, { status: 422, headers: KEYED_PAGE })
  const { query, purpose, ...link } = parsed.value
  if (!purposes.includes(purpose)) throw new Response(null, { status: 404 })
  const given = await giveListOn(services.db, {
    ...link,
    purpose,
    // Only what narrows a list stays of it.
    query: listQuery(readListFilter(new URLSearchParams(query))).toString(),
    eventId: event.id,
    accountId: signedIn.accountId,
    language,
    now,
  })
  if (given.ok) {
    // Shown by this answer and by no other: an address that leads here would have to carry the token.
    const address = `${services.config.baseUrl}${args.context.prefix}/lists/${given.value.token}`
    const made = { address, note: link.note, expiresAt: given.value.expiresAt }
    return data({ form: EMPTY_FORM, made }, { headers: KEYED_PAGE })
  }
  if (given.refusals.some(({ code }) => code === 'list-link-made'))
    return seeOther(args.context, `/teach/${args.params['event']}/links`)
  const status = given.refusals.some(({ code }) => code === 'busy') ? 503 : 409
  return data({ form: refusedForm(form, given.refusals), made: null }, { status, headers: KEYED_PAGE })
}

export default function ListLinks() {
  const { frame, zone, links, purposes, purpose, query, linkId, isOrganizer } = useLoaderData<typeof loader>()
  const { form, made } = useActionData<typeof action>() ?? { form: EMPTY_FORM, made: null }
  const { t } = usePage()
  const { slug } = frame.event
  return (
    <ListFrame frame={frame} isTeaching={purposes.includes('teaching')}>
      {made ? (
        <ListLinkReady slug={slug} zone={zone} {...made} />
      ) : (
        <>
          <ErrorSummary form={form} />
          <h1>{t('download.link.title')}</h1>
          <p className="mute">{t('download.link.lead')}</p>
          <Leaf id="new-link" title={t('download.link.make')}>
            <ListLinkForm {...{ form, slug, linkId, purposes, purpose, query }} />
          </Leaf>
          <Leaf id="links" title={t('download.link.given')}>
            {links.length === 0 ? (
              <Empty title={t('download.link.none')}>
                <p>{t('download.link.noneWhy')}</p>
              </Empty>
            ) : (
              <ListLinksTable links={links} slug={slug} zone={zone} isOrganizer={isOrganizer} />
            )}
          </Leaf>
        </>
      )}
    </ListFrame>
  )
}
