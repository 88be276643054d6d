/** Why the product can't start, as one line with the remedy. It is printed without a stack. */
export class StartFault extends Error {
  override name = 'StartFault'
}
