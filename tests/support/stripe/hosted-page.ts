import type { StandInSession } from './sessions.ts'

/** The provider's page, as plain as can be: what a person would do there, as buttons. */
export function hostedPage(session: StandInSession): string {
  const choices = { pay: 'Pay', decline: 'Use a card that is declined', later: 'Pay with a delay' }
  const buttons = Object.entries(choices).map(
    ([value, label]) => `<p><button name="choice" value="${value}">${label}</button></p>`,
  )
  const isOpen = session.status === 'open'
  return `<!doctype html><html lang="en"><title>Stand-in for Checkout</title><main>
<h1>Stand-in for Checkout</h1>
<p>${escapeHtml(session.description)}: ${session.amountTotal} ${session.currency.toUpperCase()}</p>
${session.declines > 0 && isOpen ? '<p role="alert">Your card was declined.</p>' : ''}
${isOpen ? `<form method="post">${buttons.join('\n')}</form>` : `<p>This page is ${session.status}.</p>`}
<p><a href="${escapeHtml(session.cancelUrl ?? '/')}">Back</a></p></main></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
