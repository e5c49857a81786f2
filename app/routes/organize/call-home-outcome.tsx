import { useCallLinks } from './call-home-links.ts'
import type { HomeFigures } from './call-home.tsx'
import { count } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

const KINDS = ['accept', 'reserve', 'decline'] as const
const STATES = ['open', 'accepted', 'declined', 'lapsed', 'withdrawn'] as const

/** What was decided, kept or released, and how offers were answered; nothing before the first decision. */
export function CallHomeOutcome({ figures: { decisions, offers } }: { figures: HomeFigures }) {
  const { t, language } = usePage()
  const links = useCallLinks()
  if (decisions.length === 0 && offers.length === 0) return null
  const number = (value: number) => count(value, language)
  const decided = (kind: string, isReleased: boolean) =>
    sum(decisions.filter((row) => row.kind === kind && row.isReleased === isReleased))
  return (
    <Leaf id="outcome" title={t('callHome.outcome')}>
      <div className="cols">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('callHome.decision')}</th>
              <th scope="col" className="num">
                {t('callHome.kept')}
              </th>
              <th scope="col" className="num">
                {t('callHome.released')}
              </th>
            </tr>
          </thead>
          <tbody>
            {KINDS.map((kind) => (
              <tr key={kind}>
                <th scope="row">
                  <a href={links.page(`decisions?kind=${kind}`)}>{t(`callHome.kinds.${kind}`)}</a>
                </th>
                <td className="num">{number(decided(kind, false))}</td>
                <td className="num">{number(decided(kind, true))}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {offers.length > 0 && (
          <table>
            <thead>
              <tr>
                <th scope="col">{t('callHome.offers')}</th>
                <th scope="col" className="num">
                  {t('callHome.number')}
                </th>
              </tr>
            </thead>
            <tbody>
              {STATES.map((state) => (
                <tr key={state}>
                  <th scope="row">
                    <a href={links.page(`offers?state=${state}`)}>{t(`callHome.offerStates.${state}`)}</a>
                  </th>
                  <td className="num">{number(sum(offers.filter((row) => row.state === state)))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Leaf>
  )
}

function sum(rows: { count: number }[]): number {
  return rows.reduce((total, { count: many }) => total + many, 0)
}
