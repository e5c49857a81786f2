/**
 * Shows what a tick would come to at once, as the button “Look at what changes” does without script: it sends the form to
 * the address of that button and takes the figures out of the answer.
 */
const PAUSE = 300

for (const form of document.querySelectorAll('form[data-gauges]')) follow(form)

function follow(form) {
  let timer = null
  let asked = 0

  async function look() {
    const turn = ++asked
    const answer = await fetch(form.dataset.gauges, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      // Who is signed in no longer is led to another page.
      redirect: 'error',
    }).catch(() => null)
    // Of two answers that cross the later question counts.
    if (turn !== asked || answer === null || (!answer.ok && answer.status !== 409)) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const figures = page.getElementById('figures')
    if (figures === null) return
    document.getElementById('figures')?.replaceWith(figures)
    for (const earlier of document.querySelectorAll('.errors')) earlier.remove()
    const errors = page.querySelector('.errors')
    if (errors) figures.before(errors)
  }

  form.addEventListener('change', ({ target }) => {
    if (target.type !== 'checkbox') return
    clearTimeout(timer)
    timer = setTimeout(look, PAUSE)
  })
}
