import { readContext } from '../../load-context.ts'

/**
 * The pages under /dev show every mail and every link: they are for the one who sits at this machine.
 * @throws {Response} 404 for everybody else.
 */
export function requireLocalPeer(context: unknown): void {
  if (!readContext(context).isLocalPeer) throw new Response(null, { status: 404 })
}
