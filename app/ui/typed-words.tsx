/** Typed words with their lines as they were typed. */
export function Words({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph, at) => (
    <p key={at} dir="auto">
      {paragraph.split('\n').map((line, of) => (
        <span key={of}>
          {of > 0 && <br />}
          {line}
        </span>
      ))}
    </p>
  ))
}
