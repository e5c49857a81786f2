/**
 * Keeps what is typed into a form some seconds after the typing stops, as the button “Keep as half done” does without
 * script: it posts the form to the address of that button.
 */
const PAUSE = 4000

for (const button of document.querySelectorAll('button[data-saved]')) keepUp(button)

function keepUp(button) {
  const { form } = button
  const said = button.parentElement.querySelector('output')
  let timer = null
  let isOver = false

  function later() {
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(save, PAUSE)
  }

  async function save() {
    const typed = new FormData(form)
    for (const secret of form.querySelectorAll('[type=password], [type=file]')) typed.delete(secret.name)
    const answer = await fetch(button.formAction, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(typed),
      // Who is signed in no longer is led to another page: nothing was saved.
      redirect: 'error',
    }).catch(() => null)
    if (isOver) return
    if (answer?.ok) {
      const { savedAt } = await answer.json()
      const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', numberingSystem: 'latn' }
      const time = new Date(savedAt).toLocaleTimeString(document.documentElement.lang, clock)
      said.textContent = button.dataset.saved.replace('{time}', time)
    } else {
      said.textContent = button.dataset.unsaved
      // A thin line comes back, or too much was saved at once; a form that is too large stays so.
      if (answer?.status !== 413) later()
    }
  }

  form.addEventListener('input', later)
  form.addEventListener('submit', () => {
    isOver = true
    clearTimeout(timer)
  })
  // Back from the next page, by the browser's own memory.
  addEventListener('pageshow', () => (isOver = false))
}
