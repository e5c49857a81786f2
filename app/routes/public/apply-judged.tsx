import type { ApplyView, Judgement } from './apply.server.ts'
import { RuleText } from '#app/ui/rule-text.tsx'
import { Note } from '#app/ui/note.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

const TAGS = { met: 'ok', 'not-met': 'bad', unknown: 'wait' } as const

/** Whether one may apply, and each rule with how it came out. */
export function ApplyJudged({ call, judged }: { call: NonNullable<ApplyView['call']>; judged: Judgement }) {
  const { t } = usePage()
  return (
    <>
      <Note is={judged.mayGoOn ? 'ok' : 'warn'}>
        <p role="status">
          <b>
            {t(
              `application.check.${judged.mayGoOn ? (judged.verdict === 'eligible' ? 'eligible' : 'unknown') : 'ineligible'}`,
            )}
          </b>
        </p>
        {!judged.mayGoOn && <p>{t('application.check.ineligibleText')}</p>}
      </Note>
      {judged.reasons.length > 0 && (
        <>
          <h3>{t('application.check.reasons')}</h3>
          <ul role="list">
            {call.rules.map((rule, at) => {
              const { is, isForPerson } = judged.reasons[at]!
              return (
                <li key={rule.kind}>
                  <Tag is={TAGS[is]}>{t(`application.rule.is.${is}`)}</Tag>{' '}
                  <RuleText rule={rule} letters={call.refereesWanted} />{' '}
                  {isForPerson && <small>{t('application.rule.byPerson')}</small>}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}
