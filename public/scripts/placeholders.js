/* Puts a placeholder where the writer last was. Without it the list is there to read and to copy from. */
for (const list of document.querySelectorAll('[data-placeholders]')) {
  const fields = list.dataset.placeholders
    .split(' ')
    .map((name) => document.querySelector(`[name="${name}"]:not([type=hidden])`))
    .filter(Boolean)
  let last = fields.at(-1)
  for (const field of fields) field.addEventListener('focus', () => (last = field))
  for (const code of list.querySelectorAll('code')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'plain'
    code.replaceWith(button)
    button.append(code)
    button.addEventListener('click', () => {
      last.focus()
      last.setRangeText(code.textContent, last.selectionStart, last.selectionEnd, 'end')
    })
  }
}
