import { formParts } from './form-parts.ts'
import { type FormHead, writeForm } from './write-form.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { languageOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { clockOf } from '#app/values/closing-zone.ts'
import { formatDays, formatMoment } from '#app/values/dates.ts'

export interface TextFormEvent {
  slug: string
  title: string
  startsOn: string
  endsOn: string
  zone: string
  contactEmail: string | null
}

/** The empty form of a call as a text file, in a language. `url`: where it is brought back. */
export function formText(
  call: Call,
  event: TextFormEvent,
  { language, url }: { language: string; url: string },
): string {
  const t = translator(languageOf(language))
  const zone = clockOf(call.closesZone, event.zone)
  const last = call.closesAt === null ? null : lastMinuteOf(call.closesAt, zone)
  const head: FormHead = {
    id: `${event.slug}/${call.slug}/${language}`,
    title: call.title,
    event: `${event.title}, ${formatDays(event.startsOn, event.endsOn, language)}`,
    lines: [
      ...(last === null
        ? []
        : [
            t(zone === 'UTC' ? 'textForm.untilUtc' : 'textForm.until', {
              when: formatMoment(last, zone, language),
              utc: formatMoment(last, 'UTC', language),
            }),
          ]),
      t('textForm.whereTo', { url }),
      ...(event.contactEmail === null ? [] : [t('textForm.orMail', { email: event.contactEmail })]),
    ],
  }
  return writeForm(head, formParts(call, t), t)
}
