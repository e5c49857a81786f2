/**
 * On the page of a review: adds the total up while scores change, scores the criterion that has the keyboard by digits,
 * keeps what is typed on the server some seconds after the typing stops, and a copy of it on this device until the server
 * has it. Without script the buttons do the same.
 */
const PAUSE = 2500
const GIVE_UP = 10_000
const DIGITS = 700

forget()
for (const form of document.querySelectorAll('form[data-review]')) tend(form)

function tend(form) {
  const said = form.querySelector('output[data-said]')
  const offer = form.querySelector('[data-copy]')
  const place = `review:${form.dataset.review}`
  let timer = null
  let sending = null
  let edits = 0
  /** Words of before that wait for an answer. */
  let offered = []

  addUp(form)
  scoreByDigits(form)
  offerCopy()

  form.addEventListener('input', () => {
    edits++
    addUp(form)
    remember()
    later()
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (event.defaultPrevented) return
    if (!navigator.onLine) {
      event.preventDefault()
      remember()
      said.textContent = said.dataset.offline
    } else if (sending) {
      event.preventDefault()
      const { submitter } = event
      sending.finally(() => form.requestSubmit(submitter))
    }
  })
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit(form.querySelector('[data-next]'))
  })
  form.addEventListener('keydown', goBetween)
  addEventListener('online', () => edits > 0 && keep())
  addEventListener('offline', () => (said.textContent = said.dataset.offline))

  /** `P` and `F` on a score, where no letter is typed, open the one before and the one after; what is typed is kept. */
  function goBetween(event) {
    const rel = { p: 'prev', f: 'next' }[event.key.toLowerCase()]
    const isScore = event.target.closest('tr[data-share]') !== null
    if (!rel || !isScore || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    if (edits > 0) keep()
    Promise.resolve(sending).finally(() => document.querySelector(`main a[rel=${rel}]`)?.click())
  }

  function later() {
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE)
  }

  function keep() {
    clearTimeout(timer)
    sending ??= send().finally(() => (sending = null))
  }

  async function send() {
    const at = edits
    const answer = await fetch(form.dataset.keep, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(typed()),
      // Who is signed in no longer is led to another page: nothing was kept.
      redirect: 'error',
      signal: AbortSignal.timeout(GIVE_UP),
    }).catch(() => null)
    if (answer?.ok) {
      const { version, savedAt } = await answer.json()
      form.elements.version.value = version
      const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', numberingSystem: 'latn' }
      const time = new Date(savedAt).toLocaleTimeString(document.documentElement.lang, clock)
      said.textContent = said.dataset.said.replace('{time}', time)
      if (at === edits) unremember()
      else later()
    } else if (answer?.status === 409 || answer?.status === 404) {
      said.textContent = said.dataset.elsewhere
    } else {
      said.textContent = said.dataset[navigator.onLine ? 'here' : 'offline']
      if (answer?.status !== 422) later()
    }
  }

  function typed() {
    const all = new FormData(form)
    all.delete('knows')
    return all
  }

  function remember() {
    const { number } = form.dataset
    try {
      localStorage.setItem(place, JSON.stringify({ number, words: words(), earlier: offered }))
    } catch {
      // A full or forbidden memory keeps nothing; the server still does.
    }
  }

  /** Nothing is forgotten while a copy from before waits for an answer. */
  function unremember() {
    if (offered.length === 0) remove(place)
    else remember()
  }

  function words() {
    return [...typed()].filter(([name]) => name !== 'version')
  }

  /** Offers what this device has and the page has not: one copy, then one from before it. */
  function offerCopy() {
    const copy = held(place)
    if (!copy) return
    const isOnPage = sameAs(new Map(words()))
    offered = [copy.words, ...copy.earlier].filter((one) => !isOnPage(one))
    // What came back with errors is on the page, and nowhere else.
    if (offered.length === 0) return document.querySelector('.errors') ? undefined : remove(place)
    offer.hidden = false
    offer.querySelector('[data-take]').addEventListener('click', () => {
      for (const [name, value] of offered.shift()) {
        const field = form.elements.namedItem(name)
        if (field) field.value = value
      }
      close()
      edits++
      addUp(form)
      remember()
      keep()
    })
    offer.querySelector('[data-drop]').addEventListener('click', () => {
      offered.shift()
      close()
      if (edits > 0) remember()
      else unremember()
    })
  }

  /** The keyboard stays in the form. */
  function close() {
    offer.hidden = offered.length === 0
    if (offer.hidden) form.querySelector('tr[data-share] input')?.focus()
  }
}

/**
 * What the server says it has saved, or who gave it back, needs no copy here. It says so once: the address loses it, so
 * that whoever comes back to the page with newer words does not lose those.
 */
function forget() {
  const saved = document.querySelector('[data-saved]')?.dataset.saved
  if (!saved) return
  for (const key of keys()) if (held(key)?.number === saved) remove(key)
  history.replaceState(history.state, '', location.pathname)
}

function keys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith('review:'))
  } catch {
    return []
  }
}

function held(key) {
  try {
    return JSON.parse(localStorage.getItem(key))
  } catch {
    return null
  }
}

function remove(key) {
  try {
    localStorage.removeItem(key)
  } catch {
    // A forbidden memory has nothing.
  }
}

function sameAs(now) {
  const same = (one, other) => (one ?? '').replaceAll('\r\n', '\n') === (other ?? '').replaceAll('\r\n', '\n')
  return (kept) => {
    const then = new Map(kept)
    return [...new Set([...now.keys(), ...then.keys()])].every((name) => same(now.get(name), then.get(name)))
  }
}

/** The total of 100, as the server will have it, once every criterion has a score. */
function addUp(form) {
  const output = form.querySelector('output[data-total]')
  let sum = 0
  for (const row of form.querySelectorAll('tr[data-share]')) {
    const field = row.querySelector('input:checked, input[inputmode]')
    if (!field || field.value === '') return
    const { maximum, share } = row.dataset
    if (!(field.value >= 0 && Number(field.value) <= Number(maximum))) return
    sum += (Number(field.value) / maximum) * share
  }
  const number = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`, { maximumFractionDigits: 1 })
  output.textContent = output.dataset.total.replace('{points}', number.format(Math.round(sum * 100_000) / 1000))
}

/** `4` scores the criterion that has the keyboard with 4; `1` and `0` soon after one another make 10. */
function scoreByDigits(form) {
  let digits = ''
  let last = 0
  form.addEventListener('keydown', (event) => {
    const field = event.target
    if (field.type !== 'radio' || !/^[0-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
    digits = event.timeStamp - last < DIGITS ? digits + event.key : event.key
    last = event.timeStamp
    const wanted = [...form.elements[field.name]]
    const found = wanted.find(({ value }) => value === digits) ?? wanted.find(({ value }) => value === event.key)
    if (!found) return
    event.preventDefault()
    if (found.value !== digits) digits = event.key
    found.focus()
    found.checked = true
    found.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
