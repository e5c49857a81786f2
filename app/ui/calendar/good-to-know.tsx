import { Leaf } from '../leaf.tsx'
import { usePage } from '../use-page.ts'
import { CALLED_OFF } from '#app/calendar/client-views.ts'

const CLIENTS = ['google', 'apple', 'outlook', 'thunderbird', 'proton', 'fastmail', 'chosen'] as const

/** What becomes of what is cancelled, as it has been seen; where nobody looked, what every one of them does. */
function calledOff(client: string) {
  const is = Object.entries(CALLED_OFF).find(([known]) => known === client)?.[1] ?? 'shown'
  return ({ gone: 'vanish', struck: 'struck', shown: 'said' } as const)[is]
}

/** What subscribing does and does not. */
export function GoodToKnow() {
  const { t } = usePage()
  return (
    <Leaf id="good" title={t('calendar.good')}>
      <p>{t('calendar.copyOrSubscribe')}</p>
      <p>{t('calendar.stays')}</p>
      <p>{t('calendar.zones')}</p>
      <p>{t('calendar.nobody')}</p>
    </Leaf>
  )
}

/** How often each really looks: what was seen of them, not what they promise. */
export function HowOften() {
  const { t } = usePage()
  return (
    <Leaf id="often" title={t('calendar.often')}>
      <p>{t('calendar.oftenText')}</p>
      <table>
        <thead>
          <tr>
            {(['client', 'interval', 'cancelled'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`calendar.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CLIENTS.map((client) => (
            <tr key={client}>
              <th scope="row">{t(`calendar.clients.${client}.name`)}</th>
              <td>{t(`calendar.clients.${client}.interval`)}</td>
              <td>{t(`calendar.${calledOff(client)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Leaf>
  )
}
