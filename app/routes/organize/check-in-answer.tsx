import { sayVerdict } from './check-in-words.ts'
import type { Judgement } from '#app/attendance/verdict.ts'
import { usePage } from '#app/ui/use-page.ts'

interface Props {
  judgement: Judgement
  zone: string
  tracks: { id: string; code: string }[]
  code?: string
  /** Was let in a moment ago. */
  isIn?: boolean
}

/** The answer in large letters: two words, and the sentence to say. */
export function CheckInAnswer({ judgement, zone, tracks, code = '', isIn = false }: Props) {
  const { t, language, now } = usePage()
  const { verdict } = judgement
  const isFine = isIn || verdict === 'ok'
  return (
    <div className="note flow" data-is={isFine ? 'ok' : 'warn'} role="status">
      <p className="big">{isIn ? t('checkIn.isIn') : t(`checkIn.verdict.${verdict}`)}</p>
      <p className="lead">{isIn ? t('checkIn.say.in') : sayVerdict(judgement, { zone, now, language, tracks }, t)}</p>
      {code !== '' && (
        <p className="mute">
          <code>
            <bdi dir="ltr">{code}</bdi>
          </code>
        </p>
      )}
    </div>
  )
}
