export default function Front() {
  return <h1>Plenary</h1>
}
