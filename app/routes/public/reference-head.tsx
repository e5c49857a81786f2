import type { ReferenceView } from '#app/applications/referees/keyed-referee.server.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Who asks, for what, until when; and where it stands when there is nothing to write any more. */
export function ReferenceHead({
  reference,
  form,
  news,
}: {
  reference: ReferenceView
  form: FormState
  news: 'saved' | 'sent' | null
}) {
  const { t, language } = usePage()
  const { applicant, kind, standing, event, call, untilAt, untilZone, startsOn, endsOn } = reference
  const asked = t(`reference.asked.${kind}`, { applicant: isolate(applicant), call: isolate(call || event) })
  return (
    <>
      <ErrorSummary form={form} />
      <p className="kind">
        <bdi>{event}</bdi> · <bdi>{formatDays(startsOn, endsOn, language)}</bdi>
      </p>
      <h1>{t(`reference.heading.${kind}`, { applicant: isolate(applicant) })}</h1>
      {news && (
        <Note is="ok">
          <p role="status">{t(`reference.${news}`, { applicant: isolate(applicant) })}</p>
        </Note>
      )}
      {standing === 'asked' ? (
        <p className="lead">{asked}</p>
      ) : (
        (standing !== 'answered' || !news) && (
          <p className="lead">{t(`reference.standing.${standing}`, { applicant: isolate(applicant) })}</p>
        )
      )}
      {untilAt !== null && standing !== 'over' && (
        <p>
          {t(standing === 'late' ? 'reference.wasUntil' : 'reference.until')}{' '}
          <b>
            <Moment at={lastMinuteOf(untilAt, untilZone)} zone={untilZone} />
          </b>
          {untilZone !== 'UTC' && (
            <>
              {' · '}
              <Moment at={lastMinuteOf(untilAt, untilZone)} zone="UTC" />
            </>
          )}
        </p>
      )}
    </>
  )
}
