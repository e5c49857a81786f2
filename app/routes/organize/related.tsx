import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { RelatedSearch } from './related-search.tsx'
import { relateEvents } from '#app/events/related/relate-events.server.ts'
import { relationSchema } from '#app/events/related/relation-form.ts'
import { listRelations, searchEvents } from '#app/events/related/seen-events.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { workReach } from '#app/people/rights.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { cleanLine } from '#app/values/text.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('workspace.related'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { language } = context
  const { db } = context.services
  const reach = workReach(signedIn.roles)
  const words = cleanLine(new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)
  const [relations, found] = await Promise.all([
    listRelations(db, { eventId: event.id, reach, language }),
    searchEvents(db, { words, reach, exceptId: event.id, language }),
  ])
  return { ...relations, words, found }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, relationSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const related = await relateEvents(context.services.db, {
    eventId: event.id,
    otherId: parsed.value.other,
    relation: parsed.value.relation,
    reach: workReach(signedIn.roles),
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  return related.ok ? seeOther(context, `/organize/${event.slug}/related`) : refused(form, related.refusals)
}

/** The event that this one is part of, and those before, beside and after it. */
export default function Related() {
  const { related, parts, words, found } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, language, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('workspace.related')} lead={t('author.related.lead')} />
      {related.length === 0 && parts.length === 0 ? (
        <Empty title={t('author.related.none')} level="h2">
          <p>{t('author.related.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('workspace.related')}>
          <tbody>
            {related.map(({ id, relation, event }) => (
              <tr key={`${relation} ${id}`}>
                <td>{t(`author.relation.${relation}`)}</td>
                <th scope="row" lang={event?.titleLanguage}>
                  {event ? <bdi>{event.title}</bdi> : t('author.related.unseen')}
                </th>
                <td className="more">{event && formatDays(event.startsOn, event.endsOn, language)}</td>
                <td>
                  <form method="post" action={path(`/organize/${slug}/related/remove`)}>
                    <input type="hidden" name="other" value={id} />
                    <input type="hidden" name="relation" value={relation} />
                    <button>
                      {t('organize.remove')}
                      <span className="vh"> {event?.title}</span>
                    </button>
                  </form>
                </td>
              </tr>
            ))}
            {parts.map((part) => (
              <tr key={part.id}>
                <td>{t('author.relation.part')}</td>
                <th scope="row" lang={part.titleLanguage}>
                  <bdi>{part.title}</bdi>
                </th>
                <td className="more">{formatDays(part.startsOn, part.endsOn, language)}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Leaf id="add" title={t('author.related.add')} isWide>
        <RelatedSearch form={form} words={words} found={found} />
      </Leaf>
    </>
  )
}
