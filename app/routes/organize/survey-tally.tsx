import type { SerializeFrom } from '@remix-run/node'
import type { ShownTally } from './survey-reading.server.ts'
import { decimal } from './survey-words.ts'
import { BarChart } from '#app/ui/charts/bar-chart.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { valueLabel } from '#app/ui/question-field.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

type Shown = SerializeFrom<ShownTally>

/** What was answered to one question: bars and the same as a table, or what people wrote. */
export function SurveyTally({ shown, minimum, address }: { shown: Shown; minimum: number; address: string }) {
  const { t, language } = usePage()
  const { question, answered, mean, texts } = shown
  const said = [
    answered !== null && t('survey.result.answered', { count: answered }),
    mean !== null && t('survey.result.mean', { mean: decimal(mean, language) }),
  ].filter(Boolean)
  return (
    <Leaf id={`q-${question.id}`} title={<bdi {...foreign(question.language, language)}>{question.label}</bdi>} isWide>
      {answered === null ? (
        <>
          <p>
            <b>{t('survey.result.few')}</b>
          </p>
          <p className="mute">{t('survey.result.fewWhy', { minimum })}</p>
        </>
      ) : (
        <>
          <p>{said.join(' · ')}</p>
          {answered > 0 && (texts ? <Texts shown={shown} address={address} /> : <Counts shown={shown} />)}
        </>
      )}
    </Leaf>
  )
}

function Counts({ shown: { question, answered, counts } }: { shown: Shown }) {
  const { t, language } = usePage()
  const labelOf = (value: string) =>
    question.kind === 'country' ? countryName(value, language) : valueLabel(question, value, t)
  const share = (count: number) => `${Math.round((count / (answered ?? 1)) * 100)} %`
  const rows = counts.map(({ value, count }) => ({ value, count, label: labelOf(value) }))
  const title = t('survey.result.chartOf', { question: isolate(question.label) })
  return (
    <div className="cols">
      <BarChart
        id={`chart-${question.id}`}
        title={title}
        description={rows.map(({ label, count }) => `${isolate(label)} ${count}`).join(', ')}
        bars={rows.map(({ label, count }) => ({ label, value: count, text: String(count) }))}
      />
      <ScrollTable label={question.label}>
        <thead>
          <tr>
            <th scope="col">{t('survey.result.option')}</th>
            <th scope="col" className="num">
              {t('survey.result.count')}
            </th>
            <th scope="col" className="num">
              {t('survey.result.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, label, count }) => (
            <tr key={value}>
              <th scope="row">
                <bdi>{label}</bdi>
              </th>
              <td className="num">{count}</td>
              <td className="num">
                <bdi>{share(count)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </div>
  )
}

function Texts({ shown: { question, texts }, address }: { shown: Shown; address: string }) {
  const { t, path } = usePage()
  if (!texts) return null
  const own = `${address}&question=${question.id}`
  return (
    <>
      <p className="mute">{t('survey.result.textsHint')}</p>
      <ul>
        {texts.texts.map((text, at) => (
          <li key={at}>
            <p dir="auto">{text}</p>
          </li>
        ))}
      </ul>
      {texts.page === null && texts.total > texts.texts.length && (
        <p>
          <a href={path(own)}>{t('survey.result.allTexts', { count: texts.total })}</a>
        </p>
      )}
      {texts.page !== null && (
        <Pages page={texts.page} pageCount={texts.pageCount} addressOf={(page) => path(`${own}&page=${page}`)} />
      )}
    </>
  )
}
