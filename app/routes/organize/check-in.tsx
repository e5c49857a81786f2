import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readDesk } from './check-in-desk.server.ts'
import { CheckInAnswer } from './check-in-answer.tsx'
import { CheckInArrivals } from './check-in-arrivals.tsx'
import { CheckInDoor } from './check-in-door.tsx'
import { CheckInResults } from './check-in-results.tsx'
import { CheckInScan } from './check-in-scan.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { checkIn } from '#app/attendance/desk/check-in.server.ts'
import { readArrivals } from '#app/attendance/desk/read-arrivals.server.ts'
import { ticketCodeIn } from '#app/attendance/desk/read-typed.ts'
import { searchPeople } from '#app/attendance/desk/search-people.server.ts'
import type { Judgement } from '#app/attendance/verdict.ts'
import { judge } from '#app/attendance/verdict.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { cleanLine } from '#app/values/text.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('checkIn.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { event, rights, address, doors, door, desk, query } = await readDesk(args)
  const { services, language } = args.context
  const { db } = services
  const search = cleanLine((address.get('q') ?? '').slice(0, 400)).slice(0, 100)
  const [names, arrivals, found] = await Promise.all([
    listNames(db, { eventId: event.id }, language),
    readArrivals(db, { eventId: event.id, slot: door.key, trackId: door.trackId, zone: doors.zone }),
    search === ''
      ? null
      : searchPeople(db, {
          eventId: event.id,
          typed: search,
          slot: door.key,
          byEmail: rights.includes('organize'),
        }),
  ])
  return {
    ...names,
    zone: doors.zone,
    door: { key: door.key, title: door.title },
    doors: doors.doors.map(({ key, title }) => ({ key, title })),
    desk,
    query,
    search,
    found,
    arrivals,
  }
}

/** A scanned or typed code: lets its holder in at once where nothing is against it, else says what is. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request)
  const { event, signedIn, doors, door, desk, query } = await readDesk(args, form)
  const { services, language, now } = args.context
  const typed = form.get('code')
  const code = typeof typed === 'string' ? ticketCodeIn(typed) : null
  const base = `/organize/${event.slug}/check-in`
  if (code === null) {
    const words = typeof typed === 'string' && typed.length <= 100 ? cleanLine(typed) : ''
    // Somebody typed a name where codes are scanned.
    if (/\p{L}{2}/u.test(words) && !/\d/.test(words))
      return seeOther(args.context, `${base}?${new URLSearchParams([...new URLSearchParams(query), ['q', words]])}`)
    const door_ = { day: door.day ?? '', trackId: door.trackId ?? '' }
    return data({ judgement: judge({ ticket: undefined, slot: door_, today: doors.today }), code: '' }, { status: 422 })
  }
  const done = await checkIn(services.db, {
    event,
    by: { code },
    door,
    today: doors.today,
    desk,
    overrule: null,
    accountId: signedIn.accountId,
    language,
    now,
  })
  if (!done.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '1' } })
  const { judgement, holder, isIn } = done.value
  if (!holder) return data<{ judgement: Judgement; code: string }>({ judgement, code }, { status: 404 })
  const said = new URLSearchParams([...new URLSearchParams(query), ...(isIn ? [['in', '1']] : [])])
  return seeOther(args.context, `${base}/${holder.registrationId}?${said}`)
}

export type CheckInData = ReturnType<typeof useLoaderData<typeof loader>>

/** The front desk: a code, a name, and one sentence to say. */
export default function CheckIn() {
  const shown = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  const { desk, door, query } = shown
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('checkIn.title')}</h1>
          <p className="mute">
            <bdi>{door.title}</bdi>
            {desk && (
              <>
                {' '}
                · <bdi>{desk}</bdi>
              </>
            )}
          </p>
        </div>
        <p className="row noprint">
          <a href={path(`/organize/${slug}/registrations/new`)}>{t('checkIn.walkIn')}</a>{' '}
          <a href={path(`/attendance/${slug}`)}>{t('attendance.offline')}</a>{' '}
          <a href={path(`/organize/${slug}/door-list.pdf`)}>{t('checkIn.doorList')}</a>
        </p>
      </div>
      {said && 'judgement' in said && (
        <CheckInAnswer judgement={said.judgement} zone={shown.zone} tracks={shown.tracks} code={said.code} />
      )}
      <CheckInScan slug={slug} desk={desk} door={door.key} />
      <form
        className="row filt"
        role="search"
        aria-label={t('checkIn.search')}
        action={path(`/organize/${slug}/check-in`)}
      >
        {[...new URLSearchParams(query)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div>
          <label htmlFor="q">{t('checkIn.search')}</label>
          <input id="q" name="q" type="search" dir="auto" maxLength={100} defaultValue={shown.search} />
        </div>
        <button>{t('checkIn.find')}</button>
      </form>
      <CheckInResults {...shown} slug={slug} />
      <CheckInArrivals {...shown} />
      <CheckInDoor {...shown} slug={slug} />
    </>
  )
}
