import { usePage } from '#app/ui/use-page.ts'

/** Making this browser a device, and opening what it keeps. Nothing here has a name: no passphrase is ever sent. */
export function DeviceForms() {
  const { t } = usePage()
  return (
    <>
      <form data-part="open" className="dv-form" hidden>
        <p className="lead">{t('device.openLead')}</p>
        <label htmlFor="name">{t('device.name')}</label>
        <input id="name" maxLength={60} autoComplete="off" dir="auto" placeholder={t('device.nameExample')} />
        <label htmlFor="passphrase">{t('device.passphrase')}</label>
        <p className="hint" id="passphrase-h">
          {t('device.passphraseHint')}
        </p>
        <input id="passphrase" type="password" autoComplete="new-password" aria-describedby="passphrase-h" />
        <label htmlFor="again">{t('device.again')}</label>
        <input id="again" type="password" autoComplete="new-password" />
        <p className="err" data-part="open-error" role="alert" hidden />
        <button className="go dv-big">{t('device.openButton')}</button>
        <p className="hint">{t('device.keeps')}</p>
      </form>
      <form data-part="unlock" className="dv-form" hidden>
        <p className="lead">
          <bdi data-part="unlock-name" />
        </p>
        <label htmlFor="unlock-passphrase">{t('device.unlock')}</label>
        <input id="unlock-passphrase" type="password" autoComplete="current-password" />
        <p className="err" data-part="unlock-error" role="alert" hidden />
        <button className="go dv-big">{t('device.unlockButton')}</button>
        <details>
          <summary>{t('device.forgotten')}</summary>
          <p>{t('device.forgottenHow')}</p>
          <button type="button" data-part="again-open">
            {t('device.openAnew')}
          </button>
        </details>
      </form>
    </>
  )
}
