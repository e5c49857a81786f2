import { useCallLinks } from './call-home-links.ts'
import { useCall } from './use-call.ts'
import type { CallStep, StepCode } from '#app/applications/figures/call-timeline.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { count } from '#app/ui/event/words.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { clockOf } from '#app/values/closing-zone.ts'
import { formatDay, formatMoment } from '#app/values/dates.ts'
import { wallClock } from '#app/values/moment.ts'

const SHAPES: Record<CallStep['is'], TagKind | undefined> = {
  done: 'ok',
  now: 'wait',
  late: 'bad',
  'to-come': undefined,
}

/** Deadlines are set in the clock of the call, everything else in that of the event. */
const BY_ITS_CLOCK: StepCode[] = ['closes', 'letters', 'reviews', 'wave', 'noOffers']

/** Of these people go by the hour; of the others by the day. */
const TO_THE_MINUTE: StepCode[] = ['opens', 'closes', 'letters', 'wave', 'noOffers']

/** The whole call from its opening to the reports: what is behind, what goes on, what is late. */
export function CallHomeTimeline({ steps }: { steps: CallStep[] }) {
  const { t } = usePage()
  return (
    <Leaf id="timeline" title={t('callHome.timeline')}>
      {steps.length === 0 && <p className="mute">{t('callHome.noDates')}</p>}
      <ol role="list">
        {steps.map((step) => (
          <Step key={`${step.code}-${step.wave}`} step={step} />
        ))}
      </ol>
    </Leaf>
  )
}

function Step({ step }: { step: CallStep }) {
  const { zone, call } = useCall()
  const { t, language } = usePage()
  const links = useCallLinks()
  const { code, is, page, wave } = step
  const clock = BY_ITS_CLOCK.includes(code) ? clockOf(call.closesZone, zone) : zone
  const at = code === 'opens' || code === 'begins' ? step.at : lastMinuteOf(step.at, clock)
  const name =
    wave === null ? t(`callHome.steps.${code as Exclude<typeof code, 'wave'>}`) : t('callHome.steps.wave', { wave })
  return (
    <li className="todo">
      <Tag is={SHAPES[is]}>{t(`callHome.is.${is}`)}</Tag>
      <span>
        <b>{name}</b>
        <br />
        <small>
          <time dateTime={step.at}>
            {TO_THE_MINUTE.includes(code)
              ? isolateIn(language, formatMoment(at, clock, language))
              : formatDay(wallClock(at, clock).day, language, { weekday: true })}
          </time>
          {step.count > 0 && <> · {missing(step)}</>}
        </small>
      </span>
      {page !== null && is !== 'done' && (
        <a href={links.page(page)} aria-label={`${t('callHome.open')}: ${name}`}>
          {t('callHome.open')}
        </a>
      )}
    </li>
  )

  function missing({ count: many, is: how }: CallStep): string {
    const since = how === 'late' ? formatDay(wallClock(at, clock).day, language, { year: false }) : null
    const text = t(`callHome.waits.${code}`, { count: many, number: count(many, language) })
    return since === null ? text : t('callHome.since', { what: text, day: since })
  }
}
