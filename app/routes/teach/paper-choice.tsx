import type { ReactNode } from 'react'
import { PAPER_SIZES, type PaperSize } from '#app/participants/paper/paper-printer.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

interface Choice {
  mayPrintAll: boolean
  tracks: { id: string; code: string; title: string }[]
  trackId: string
  days: string[]
  day: string
  sessions: { id: string; title: string; heldOn: string; startsTime: string }[]
  sessionId: string
  parts: string
  paper: PaperSize
}

/** For whom, for when and on what something is printed. */
export function PaperChoice({ mayPrintAll, tracks, trackId, days, day, sessions, sessionId, parts, paper }: Choice) {
  const { t, language } = usePage()
  return (
    <fieldset>
      <legend>{t('onPaper.forWhom')}</legend>
      <div className="row filt">
        {tracks.length > 0 && (
          <Chosen name="track" label={t('onPaper.track')} value={trackId}>
            {mayPrintAll && <option value="">{t('onPaper.everybody')}</option>}
            {tracks.map(({ id, code, title }) => (
              <option key={id} value={id}>
                {code}: {title}
              </option>
            ))}
          </Chosen>
        )}
        <Chosen name="day" label={t('onPaper.day')} value={day}>
          {days.map((one) => (
            <option key={one} value={one}>
              {formatDay(one, language, { weekday: true })}
            </option>
          ))}
        </Chosen>
        <Chosen name="parts" label={t('onPaper.parts')} value={parts}>
          {(['am,pm', 'am', 'pm', 'day'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`onPaper.part.${one}`)}
            </option>
          ))}
        </Chosen>
        {sessions.length > 0 && (
          <Chosen name="session" label={t('onPaper.session')} value={sessionId} hint={t('onPaper.sessionHint')}>
            <option value="">{t('onPaper.noSession')}</option>
            {sessions.map(({ id, title, heldOn, startsTime }) => (
              <option key={id} value={id}>
                {formatDay(heldOn, language, { year: false })} {startsTime} {title}
              </option>
            ))}
          </Chosen>
        )}
        <Chosen name="paper" label={t('onPaper.size')} value={paper}>
          {PAPER_SIZES.map((size) => (
            <option key={size} value={size}>
              {t(`onPaper.sizes.${size}`)}
            </option>
          ))}
        </Chosen>
        {mayPrintAll && (
          <Chosen name="who" label={t('onPaper.badgesWho')} value="all">
            {(['all', 'participants', 'team'] as const).map((who) => (
              <option key={who} value={who}>
                {t(`onPaper.who.${who}`)}
              </option>
            ))}
          </Chosen>
        )}
      </div>
      <p className="after">
        <button>{t('onPaper.show')}</button>
      </p>
    </fieldset>
  )
}

function Chosen({
  name,
  label,
  value,
  hint,
  children,
}: {
  name: string
  label: string
  value: string
  hint?: string
  children: ReactNode
}) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-h`}>
          {hint}
        </p>
      )}
      <select id={name} name={name} defaultValue={value} aria-describedby={hint ? `${name}-h` : undefined}>
        {children}
      </select>
    </div>
  )
}
