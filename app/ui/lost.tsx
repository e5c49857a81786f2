/** A path that ends before its node: the picture of the error pages. */
export function Lost() {
  return (
    <svg className="lost" viewBox="0 0 200 160" aria-hidden="true">
      <path d="M20 120 60 40 110 70 140 20M60 40 40 150 110 70M110 70l22 24" />
      <path d="M20 120h0M60 40h0M110 70h0M140 20h0M40 150h0M172 138h0" />
    </svg>
  )
}
