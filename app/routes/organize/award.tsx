import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { AWARD_TAGS } from '#app/ui/award/award-tags.ts'
import { requireAward } from './award.server.ts'
import { AwardHistory } from './award-history.tsx'
import { AwardParts } from './award-parts.tsx'
import { AwardPayouts } from './award-payouts.tsx'
import { AwardStanding } from './award-standing.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { CAME } from '#app/scholarships/awards/award-list.ts'
import { awardHistory } from '#app/scholarships/awards/award-history.server.ts'
import { setAttended, setTicketInHand, setVisa } from '#app/scholarships/awards/note-progress.server.ts'
import { VISA_STATES } from '#app/scholarships/awards/visa-states.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Note } from '#app/ui/note.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { tick } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import type { Result } from '#app/values/refusal.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.title'))

export async function loader(given: LoaderFunctionArgs) {
  const { award, event } = await requireAward(given)
  const { db } = given.context.services
  return { award, history: await awardHistory(db, { eventId: event.id, awardId: award.id }) }
}

const schema = z.object({
  visa: z.enum(VISA_STATES),
  isInHand: tick(),
  attended: z.enum(CAME).default('unknown'),
})

/** What an organizer knows of the visa, the ticket and whether the holder came: what differs is noted. */
export async function action(given: ActionFunctionArgs) {
  const { event, award, ids } = await requireAward(given)
  const { context } = given
  const form = await readForm(given.request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return invalid(parsed.form)
  const { visa, isInHand, attended } = parsed.value
  const { db } = context.services
  const steps: (() => Promise<Result<void>>)[] = [
    ...(visa === award.visa ? [] : [() => setVisa(db, { ...ids, visa })]),
    ...(isInHand === (award.ticketInHandAt !== null) ? [] : [() => setTicketInHand(db, { ...ids, isInHand })]),
    ...(attended === award.attended ? [] : [() => setAttended(db, { ...ids, attended })]),
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) return refused(form, done.refusals)
  }
  return seeOther(context, `/organize/${event.slug}/awards/${award.id}?done`)
}

export default function AwardPage() {
  const { award, history } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const [query] = useSearchParams()
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <Crumbs
        trail={[{ to: `/organize/${slug}/awards`, label: t('award.awards') }, { label: <bdi>{award.code}</bdi> }]}
      />
      <PageHead
        form={form}
        area="award"
        title={<bdi>{award.fullName || award.code}</bdi>}
        lead={
          <>
            <Tag is={AWARD_TAGS[award.state]}>{t(`award.states.${award.state}`)}</Tag>
            {award.earlier.map(({ awardId, year }) => (
              <span key={awardId}> · {t('award.awardedIn', { year: String(year) })}</span>
            ))}
            {' · '}
            <a href={path(`/organize/${slug}/calls/${award.callSlug}/applications/${award.applicationId}`)}>
              {t('award.one.application')}
            </a>
          </>
        }
      />
      {query.has('done') && (
        <Note is="ok">
          <p>{t('award.one.saved')}</p>
        </Note>
      )}
      <AwardParts award={award} />
      <AwardStanding award={award} form={form} />
      <AwardPayouts award={award} />
      <AwardHistory history={history} />
    </>
  )
}
