import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { resultsPage } from './survey-reading.server.ts'
import { SurveyDays } from './survey-days.tsx'
import { SurveyTally } from './survey-tally.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { Note } from '#app/ui/note.tsx'
import { isolate } from '#app/ui/isolate.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('survey.results'))

export const loader = ({ request, params, context }: LoaderFunctionArgs) => resultsPage(request, context, params)

export default function Results() {
  const { survey, people, shown, address, back, edit, tracks, view, days, course, isOfAll, hasNames } =
    useLoaderData<typeof loader>()
  const { t, path, language } = usePage()
  const query = new URLSearchParams({
    ...(view.trackId ? { track: view.trackId } : {}),
    ...(view.heldOn ? { day: view.heldOn } : {}),
  })
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('survey.resultsOf', { title: isolate(survey.title) })}</h1>
          <p className="mute">
            {people > 0 &&
              t(survey.kind === 'daily' ? 'survey.result.answered' : 'survey.result.people', { count: people })}
          </p>
          <p className="row">
            <a href={path(edit)}>{t('survey.result.back')}</a>
            <a href={path(back)}>{t('survey.title')}</a>
          </p>
        </div>
        {shown !== null && people > 0 && (
          <p>
            <a className="btn" href={path(`${address}.csv?${query}`)} download>
              {t('survey.result.download')}
            </a>
            <br />
            <small>{t(hasNames ? 'survey.result.named' : 'survey.result.downloadHint')}</small>
          </p>
        )}
      </div>
      {people === 0 && (
        <Empty title={t('survey.result.nobody')} level="h2">
          <p>{t('survey.result.nobodyWhy')}</p>
        </Empty>
      )}
      {people > 0 && shown === null && (
        <Note>
          <p>
            <b>{t('survey.result.notYet')}</b>
          </p>
          <p>
            {t('survey.result.notYetWhy')} {survey.kind === 'daily' && t('survey.result.notYetDaily')}
          </p>
        </Note>
      )}
      {people > 0 && shown !== null && (
        <>
          {(tracks.length > 1 || days.length > 1) && (
            <form className="row filt" action={path(address)}>
              {tracks.length > 1 && (
                <div>
                  <label htmlFor="track">{t('organize.track')}</label>
                  <select id="track" name="track" defaultValue={view.trackId ?? ''}>
                    {isOfAll && <option value="">{t('survey.result.allTracks')}</option>}
                    {tracks.map(({ id, code }) => (
                      <option key={id} value={id}>
                        {code}
                      </option>
                    ))}
                  </select>
                </div>
              )}
              {days.length > 1 && (
                <div>
                  <label htmlFor="day">{t('survey.result.day')}</label>
                  <select id="day" name="day" defaultValue={view.heldOn}>
                    {days.map((day) => (
                      <option key={day} value={day}>
                        {formatDay(day, language)}
                      </option>
                    ))}
                  </select>
                </div>
              )}
              <button>{t('survey.result.show')}</button>
            </form>
          )}
          {course && <SurveyDays course={course} />}
          {shown.map((one) => (
            <SurveyTally key={one.question.id} shown={one} minimum={survey.minimum} address={`${address}?${query}`} />
          ))}
        </>
      )}
    </>
  )
}
