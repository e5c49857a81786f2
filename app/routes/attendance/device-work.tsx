import { usePage } from '#app/ui/use-page.ts'

/** The work itself, empty: the script fills it with what the device keeps. */
export function DeviceWork({ event }: { event: string }) {
  const { t, path } = usePage()
  return (
    <div data-part="work" hidden>
      <p className="dv-line" data-part="line" role="status">
        <span className="dv-dot" aria-hidden="true" />
        <span>
          <b data-part="unsent" /> <span data-part="offline">{t('device.offline')} </span>
          <small data-part="last" />
        </span>
        <button type="button" data-part="send">
          {t('device.send')}
        </button>
      </p>
      <p className="note" data-is="warn" data-part="signed-out" hidden>
        <span data-part="signed-out-words" />{' '}
        <a href={path(`/signin?${new URLSearchParams({ to: `/attendance/${event}` })}`)}>{t('device.signIn')}</a>
      </p>
      <p className="note" data-is="warn" data-part="refused" role="alert" hidden />
      <p className="note" data-is="warn" data-part="clock" role="status" hidden />
      <p className="note" data-is="warn" data-part="ended" role="alert" hidden />
      <div className="note flow" data-part="report" role="status" hidden>
        <p>
          <b>{t('device.report')}</b>
        </p>
        <ul data-part="report-list" />
        <p>{t('device.reportWhere')}</p>
      </div>
      <div data-part="workplace">
        <div className="dv-bar">
          <label htmlFor="slot" className="vh">
            {t('device.slot')}
          </label>
          <select id="slot" data-part="slot" />
          <p className="dv-count">
            <b data-part="count">0</b> <span data-part="of" /> <small data-part="others" />
          </p>
          <meter data-part="meter" min={0} aria-label={t('device.counts')} />
        </div>
        <div className="dv-answer" data-part="answer" role="status" aria-live="assertive" hidden />
        <div className="dv-camera" data-part="camera" hidden>
          <video data-part="video" playsInline muted aria-label={t('device.picture')} />
          <button type="button" data-part="light" aria-pressed="false" hidden>
            {t('device.light')}
          </button>
        </div>
        <p className="err" data-part="camera-error" role="alert" hidden />
        <div className="dv-tools">
          <button type="button" className="go dv-big" data-part="scan">
            {t('device.scan')}
          </button>
          <form data-part="typed">
            <label htmlFor="search">{t('device.search')}</label>
            <input id="search" type="search" data-part="search" autoComplete="off" dir="auto" maxLength={60} />
            <button>{t('device.check')}</button>
          </form>
        </div>
        <ul role="list" className="dv-people" data-part="people" />
        <p className="hint" data-part="found" role="status" hidden />
      </div>
      <details className="dv-about">
        <summary>
          {t('device.about')} <bdi data-part="name" />
        </summary>
        <p data-part="listed" />
        <p data-part="ready" role="status" hidden />
        <label className="check">
          <input type="checkbox" data-part="signals" /> {t('device.signals')}
        </label>
        <p className="row">
          <button type="button" data-part="lock">
            {t('device.lock')}
          </button>
          <button type="button" data-part="forget">
            {t('device.forget')}
          </button>
          <a href={path(`/attendance/${event}/devices`)}>{t('device.devices')}</a>
        </p>
        <p className="err" data-part="forget-words" role="alert" hidden />
      </details>
    </div>
  )
}
