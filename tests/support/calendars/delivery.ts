import fc from 'fast-check'

/** Any way in which these can arrive: late, more than once and out of order, but all of them. */
export function anyDelivery<Item>(sent: readonly Item[]): fc.Arbitrary<Item[]> {
  const indexes = sent.map((_, index) => index)
  if (indexes.length === 0) return fc.constant([])
  return fc.array(fc.constantFrom(...indexes), { maxLength: 4 })
    .chain((repeated) => { const all = [...indexes, ...repeated]; return fc.shuffledSubarray(all, { minLength: all.length }) })
    .map((order) => order.flatMap((index) => sent.slice(index, index + 1)))
}

/** As it leaves the product: in order, for the next waits until the one before was accepted; one may be repeated before that. */
export function inOrder<Item>(sent: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.array(fc.integer({ min: 1, max: 3 }), { minLength: sent.length, maxLength: sent.length })
    .map((times) => sent.flatMap((item, index) => Array.from({ length: times[index] ?? 1 }, () => item)))
}
