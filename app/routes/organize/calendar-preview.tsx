import { useDesk } from './desk.ts'
import { type Client, clientViews, clientWhen } from '#app/calendar/client-views.ts'
import type { CalendarEntry } from '#app/calendar/calendar-entry.ts'
import { usePage } from '#app/ui/use-page.ts'
import { ZoneSelect } from '#app/ui/zone-select.tsx'
import { formatDay, formatDays } from '#app/values/dates.ts'
import { offsetName } from '#app/values/moment.ts'

export interface PreviewedEntry {
  entry: CalendarEntry
  file: string
  isDraft: boolean
}

/**
 * The entry of the event in the calendars that people have, on the clock of whom one chooses. It is made of what is
 * written into files, so it shows what they say.
 */
export function CalendarPreview({
  previewed,
  zone,
  audience,
  mail,
}: {
  previewed: PreviewedEntry | null
  zone: string
  audience: 'public' | 'participants'
  mail: 'file' | 'invitation'
}) {
  const { t } = usePage()
  return (
    <section aria-labelledby="clients" className="leaf flow wide after">
      <h2 id="clients">{t('programme.clients.title')}</h2>
      {previewed === null ? (
        <p>{t('programme.clients.noDate')}</p>
      ) : (
        <>
          <p className="mute">{t('programme.clients.lead')}</p>
          {previewed.isDraft && <p>{t('programme.clients.draft')}</p>}
          <Reader zone={zone} audience={audience} />
          <div className="cols">
            {clientViews(previewed.entry).map(({ client, is }) => (
              <InClient key={client} client={client} is={is} entry={previewed.entry} zone={zone} mail={mail} />
            ))}
          </div>
          <details>
            <summary>{t('programme.clients.raw')}</summary>
            <pre dir="ltr" className="scroll" role="group" aria-label={t('programme.clients.raw')} tabIndex={0}>
              {previewed.file}
            </pre>
          </details>
        </>
      )}
    </section>
  )
}

/** Whose calendar it is: asked by address, since it saves nothing. */
function Reader({ zone, audience }: { zone: string; audience: 'public' | 'participants' }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <form method="get" action={`${path(`/organize/${slug}/calendar`)}#clients`} className="row filt">
      <ZoneSelect id="clients-zone" label={t('programme.clients.zone')} zone={zone} />
      <div>
        <label htmlFor="clients-who">{t('programme.clients.who')}</label>
        <select id="clients-who" name="who" defaultValue={audience}>
          <option value="public">{t('programme.clients.public')}</option>
          <option value="participants">{t('programme.clients.participants')}</option>
        </select>
      </div>
      <button>{t('programme.clients.show')}</button>
      <small>{t('programme.clients.notSaved')}</small>
    </form>
  )
}

function InClient({
  client,
  is,
  entry,
  zone,
  mail,
}: {
  client: Client
  is: 'shown' | 'struck' | 'gone'
  entry: CalendarEntry
  zone: string
  mail: 'file' | 'invitation'
}) {
  const { t } = usePage()
  const Title = is === 'struck' ? 's' : 'b'
  return (
    <article aria-labelledby={`in-${client}`} className="flow">
      <h3 id={`in-${client}`}>{t(`programme.clients.${client}.name`)}</h3>
      {is === 'gone' ? (
        <p className="empty">{t('programme.clients.gone')}</p>
      ) : (
        <p className="note">
          <EntryTime entry={entry} zone={zone} />
          <br />
          <Title dir="auto">{entry.summary}</Title>
          {entry.location && (
            <>
              <br />
              <small dir="auto">{entry.location}</small>
            </>
          )}
        </p>
      )}
      <p>
        <b>{t('programme.clients.change')}</b> {t(`programme.clients.${client}.change`)}
        <br />
        <b>{t('programme.clients.off')}</b> {t(`programme.clients.${client}.off`)}
        <br />
        <b>{t('programme.clients.mail')}</b> {t(`programme.clients.${client}.${mail}`)}
      </p>
    </article>
  )
}

function EntryTime({ entry, zone }: { entry: CalendarEntry; zone: string }) {
  const { t, language } = usePage()
  const when = clientWhen(entry, zone)
  if (when.isAllDay)
    return (
      <>
        {formatDays(when.startsOn, when.endsOn, language, { weekday: true })}
        <br />
        <small>{t('programme.clients.allDay')}</small>
      </>
    )
  const { from, to } = when
  const day = (of: string) => formatDay(of, language, { weekday: true })
  const one = t('common.dayAndTime', {
    day: day(from.day),
    time: from.day === to.day ? `${from.time}–${to.time}` : from.time,
  })
  const whole = from.day === to.day ? one : `${one} – ${t('common.dayAndTime', { day: day(to.day), time: to.time })}`
  return <>{t('common.inZone', { time: whole, offset: offsetName(when.startsAt, zone) })}</>
}
