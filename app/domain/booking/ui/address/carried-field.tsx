import { carriedText, type Carried } from '../../address/carried.ts'

/** Hands on what the first address said, without a word to the reader. */
export function CarriedField({ carried }: { carried: Carried }) {
  const text = carriedText(carried)
  return text === '' ? null : <input type="hidden" name="carried" value={text} />
}
