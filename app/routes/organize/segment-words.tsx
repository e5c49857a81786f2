import type { Segment } from '#app/broadcasts/segment.ts'
import type { SegmentFact } from '#app/broadcasts/segment-facts.server.ts'
import { isKey, type Translate } from '#app/locales/translate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, languageName } from '#app/values/dates.ts'

/** Whom a message is for, in words. */
export function SegmentWords({ segment, facts }: { segment: Segment; facts: SegmentFact[] }) {
  const { t, language } = usePage()
  return (
    <>
      <p>
        <b>{t(`broadcast.segment.of.${segment.of}`)}</b>
      </p>
      <ul>
        {segment.of === 'registrations' && segment.to === 'orderers' && <li>{t('broadcast.segment.orderers')}</li>}
        {facts.map((fact, at) => (
          <li key={at} dir="auto">
            {factWords(fact, t, language)}
          </li>
        ))}
      </ul>
    </>
  )
}

function factWords({ is, values, question = '' }: SegmentFact, t: Translate, language: string): string {
  const value = values.map((one) => valueWords(is, one, t, language)).join(t('common.listSeparator'))
  return t(`broadcast.segment.parts.${is}`, { value, question })
}

function valueWords(is: SegmentFact['is'], value: string, t: Translate, language: string): string {
  if (is === 'countries') return countryName(value, language)
  if (is === 'language') return languageName(value, language)
  const key = is === 'states' ? `organize.states.${value}` : `broadcast.segment.proofs.${value}`
  return (is === 'states' || is === 'proof') && isKey(key) ? t(key) : value
}
