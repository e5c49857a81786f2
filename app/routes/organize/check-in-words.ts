import type { Judgement } from '#app/attendance/verdict.ts'
import type { Translate } from '#app/locales/translate.ts'
import { isolate } from '#app/ui/isolate.ts'
import { formatDay } from '#app/values/dates.ts'
import { epochMilliseconds, offsetName, wallClock } from '#app/values/moment.ts'

interface Place {
  zone: string
  now: string
  language: string
  tracks: { id: string; code: string }[]
}

/** What the desk says to a ticket, in one sentence that can be said aloud. */
export function sayVerdict(
  { verdict, values }: Judgement,
  { zone, now, language, tracks }: Place,
  t: Translate,
): string {
  const { due = '', at = '', by = '', where = '', days = [], day = '', trackId } = values
  const track = tracks.find(({ id }) => id === trackId)?.code
  if (verdict === 'already-here')
    return [
      t('checkIn.say.already-here', { time: timeOf(at, { zone, now, language }, t), ago: agoOf(at, now, t) }),
      by && where
        ? t('checkIn.say.byAt', { by: isolate(by), where: isolate(where) })
        : by && t('checkIn.say.by', { by: isolate(by) }),
    ]
      .filter(Boolean)
      .join(' ')
  if (verdict === 'not-paid')
    return t(due ? 'checkIn.say.not-paid' : 'checkIn.say.not-confirmed', { due: isolate(due) })
  if (verdict === 'wrong-day')
    return t('checkIn.say.wrong-day', {
      days: days.map((one) => formatDay(one, language, { year: false })).join(t('common.listSeparator')),
      day: formatDay(day, language, { year: false }),
    })
  if (verdict === 'wrong-room')
    return track ? t('checkIn.say.wrong-room', { track: isolate(track) }) : t('checkIn.say.no-room')
  if (verdict === 'passed-on' || verdict === 'cancelled' || verdict === 'lapsed')
    return t(`checkIn.say.${verdict}`, { time: at ? timeOf(at, { zone, now, language }, t) : '' })
  if (verdict === 'ok') return t(due ? 'checkIn.say.okOwing' : 'checkIn.say.ok', { due: isolate(due) })
  return t(`checkIn.say.${verdict}`)
}

/** `09:14`, with its day when that is another one; the zone always. */
export function timeOf(at: string, { zone, now, language }: Omit<Place, 'tracks'>, t: Translate): string {
  const [then, today] = [wallClock(at, zone), wallClock(now, zone)]
  const offset = offsetName(at, zone)
  if (then.day === today.day) return t('checkIn.timeToday', { time: then.time, offset })
  return t('checkIn.timeOn', { day: formatDay(then.day, language, { year: false }), time: then.time, offset })
}

function agoOf(at: string, now: string, t: Translate): string {
  const minutes = Math.max(0, Math.round((epochMilliseconds(now) - epochMilliseconds(at)) / 60_000))
  if (minutes < 90) return t('checkIn.minutesAgo', { count: minutes })
  return t('checkIn.hoursAgo', { count: Math.round(minutes / 60) })
}
