import { usePage } from '../use-page.ts'
import { type System, systemsFrom } from '#app/calendar/own-system.ts'

const GUIDES = {
  android: ['icsx5', 'androidGoogle'],
  ios: ['iphone'],
  mac: ['mac', 'thunderbird'],
  windows: ['outlook', 'outlookClassic', 'thunderbird'],
  linux: ['gnome', 'evolution', 'thunderbird'],
  web: ['google', 'outlook', 'proton'],
} as const satisfies Record<System, readonly string[]>

/** How to subscribe, step by step: on the reader's own system in the open, on the others in folds. */
export function Guides({ own }: { own: System }) {
  const { t } = usePage()
  const [first, ...others] = systemsFrom(own)
  return (
    <section className="leaf wide flow noprint" aria-labelledby="how">
      <h2 id="how">{t(`calendar.how.${first!}`)}</h2>
      <div className="flow">
        <Steps system={first!} />
      </div>
      <div className="after">
        {others.map((system) => (
          <details key={system}>
            <summary>{t(`calendar.system.${system}`)}</summary>
            <div className="flow">
              <Steps system={system} />
            </div>
          </details>
        ))}
      </div>
    </section>
  )
}

function Steps({ system }: { system: System }) {
  const { t } = usePage()
  return GUIDES[system].map((guide) => (
    <div key={guide}>
      <h3>{t(`calendar.guide.${guide}.name`)}</h3>
      <ol>
        {t(`calendar.guide.${guide}.steps`)
          .split('\n')
          .map((step) => (
            <li key={step}>{step}</li>
          ))}
      </ol>
    </div>
  ))
}
