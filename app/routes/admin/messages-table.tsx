import type { ListedMessage } from '#app/mail/queries.server.ts'
import { isKey } from '#app/locales/translate.ts'
import { Moment } from '#app/ui/moment.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Messages of one state; the undeliverable ones each with a button. */
export function MessagesTable({
  messages,
  labelledBy,
  mayTryAgain = false,
}: {
  messages: ListedMessage[]
  labelledBy: string
  mayTryAgain?: boolean
}) {
  const { t } = usePage()
  return (
    <ScrollTable labelledBy={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('mail.admin.mail.message')}</th>
          <th scope="col">{t('mail.admin.mail.recipient')}</th>
          <th scope="col">{t('mail.admin.mail.lastTry')}</th>
          <th scope="col" className="num">
            {t('mail.admin.mail.tries')}
          </th>
          <th scope="col">{t(mayTryAgain ? 'mail.admin.mail.stored' : 'mail.admin.mail.due')}</th>
          {mayTryAgain && (
            <th scope="col">
              <span className="vh">{t('mail.admin.mail.tryAgain')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <tr key={message.id}>
            <th scope="row">{templateName(message.template)}</th>
            <td>
              <bdi>{message.recipientName}</bdi>
              <br />
              <small>
                <bdi>{message.recipientEmail}</bdi>
              </small>
            </td>
            <td lang="en">
              <bdi>{message.lastError ?? '–'}</bdi>
            </td>
            <td className="num">{message.attempts}</td>
            <td>
              <Moment at={mayTryAgain ? message.createdAt : message.dueAt} zone="UTC" />
            </td>
            {mayTryAgain && (
              <td>
                <TryAgain message={message} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )

  function templateName(template: string): string {
    const key = `mail.admin.mail.template.${template}`
    return isKey(key) ? t(key) : template
  }
}

function TryAgain({ message }: { message: ListedMessage }) {
  const { t, path } = usePage()
  return (
    <form method="post" action={path('/admin/mail')}>
      <input type="hidden" name="message" value={message.id} />
      <button>
        {t('mail.admin.mail.tryAgain')}
        <span className="vh"> {message.recipientName}</span>
      </button>
    </form>
  )
}
