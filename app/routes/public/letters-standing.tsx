import type { ApplicationPageView } from './application.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

/** Who was asked for a letter, and whether it has come. */
export function LettersStanding({ view, address }: { view: ApplicationPageView; address: (page: string) => string }) {
  const { t, language } = usePage()
  return (
    <>
      <ul>
        {view.letters.map(({ fullName, state, askedAt }) => {
          const name = isolate(fullName)
          return (
            <li key={fullName}>
              {state === 'answered'
                ? t('application.status.letterFrom', { name })
                : state === 'declined'
                  ? t('application.status.letterDeclined', { name })
                  : t('application.status.waitingFor', {
                      name,
                      when: askedAt ? formatMoment(askedAt, view.event.zone, language) : '',
                    })}
            </li>
          )
        })}
      </ul>
      <p>
        <a href={address('/letters')}>{t('application.form.letters')}</a>
      </p>
    </>
  )
}
