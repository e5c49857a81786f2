import type { CatalogueRow } from '#app/events/catalogue/row.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import type { Translate } from '#app/locales/translate.ts'
import { formatDay } from '#app/values/dates.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import { formatMoney } from '#app/values/money.ts'
import { isolate } from './isolate.ts'
import type { TagKind } from './tag.tsx'

type Offer = Pick<CatalogueRow, 'status' | 'isFree' | 'priceFrom' | 'seats' | 'zone'>

interface Words {
  tag: { is?: TagKind; text: string } | null
  lines: string[]
  /** Whether the seat meter says something. */
  hasMeter: boolean
}

/** How one comes into an event, in the words of a list. */
export function statusWords(row: Offer, t: Translate, language: string, now: Instant): Words {
  const { status, isFree, priceFrom, seats } = row
  const price = priceFrom ? t('catalogue.priceFrom', { price: isolate(formatMoney(priceFrom, language)) }) : null
  const cost = isFree ? t('catalogue.free') : price
  const day = (at: Instant) => shortDay(at, row.zone, language, now)
  switch (status.kind) {
    case 'open': {
      const left = seats ? t('catalogue.seatsLeft', { count: seats.size - seats.taken }) : null
      return words({ is: 'ok', text: t('catalogue.open') }, [joined(cost, left)], seats !== null)
    }
    case 'application': {
      const how = t(isFree ? 'catalogue.freeByApplication' : 'catalogue.byApplication')
      const closes = status.closesAt
        ? t('catalogue.closesOn', { day: day(lastMinuteOf(status.closesAt, row.zone)) })
        : null
      return words({ is: 'ok', text: t('catalogue.open') }, [how, closes])
    }
    case 'not-open': {
      const size = seats ? t('catalogue.seats', { count: seats.size }) : null
      return words({ text: t('catalogue.opensOn', { day: day(status.opensAt!) }) }, [joined(cost, size)])
    }
    case 'full':
      return words({ is: 'wait', text: t('catalogue.full') }, [cost], seats !== null)
    case 'closed':
      return words({ is: 'off', text: t('catalogue.closed') }, [])
    case 'postponed':
      return words({ is: 'wait', text: t('catalogue.postponed') }, [t('catalogue.newDate')])
    case 'cancelled':
      return words({ is: 'bad', text: t('catalogue.cancelled') }, [])
    case 'invitation':
      return words({ text: t('catalogue.byInvitation') }, [])
    default:
      return words(null, [])
  }
}

function words(tag: Words['tag'], lines: (string | null)[], hasMeter = false): Words {
  return { tag, lines: lines.filter((line) => line !== null && line !== ''), hasMeter } as Words
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' · ')
}

/** `1 April` on the clock of the event; with the year when it is not this one. */
export function shortDay(at: Instant, zone: string, language: string, now: Instant): string {
  const { day } = wallClock(at, zone)
  return formatDay(day, language, { year: day.slice(0, 4) !== now.slice(0, 4) })
}
