/** The least that a page of this server can be: the floor that the benchmarks compare with. */
export default function Floor() {
  return <p>floor</p>
}

export function loader() {
  return null
}
