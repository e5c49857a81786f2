import { slabOf } from '#app/values/dates.ts'
import type { PartialDay } from '#app/values/moment.ts'
import { usePage } from './use-page.ts'

/**
 * The date slab: solid while an event is open or running, an outline when it is not (`isOpen={false}`).
 * `isStruck`: a date that no longer holds. `year` is the one that goes without saying; left out, the present one.
 */
export function Slab({
  startsOn,
  endsOn,
  isOpen = true,
  isStruck = false,
  year,
}: {
  startsOn: PartialDay
  endsOn: PartialDay
  isOpen?: boolean
  isStruck?: boolean
  year?: string | undefined
}) {
  const { language, now } = usePage()
  const { month, days } = slabOf(startsOn, endsOn, language, year ?? now.slice(0, 4))
  if (isStruck)
    return (
      <span className="slab off">
        <s>{`${month} `}</s>
        <b>
          <s>{days}</s>
        </b>
      </span>
    )
  return (
    <time className={isOpen ? 'slab' : 'slab off'} dateTime={startsOn}>
      {`${month} `}
      <b>{days}</b>
    </time>
  )
}
