import { enqueue } from '#app/platform/outbox.server.ts'
import type { Transaction } from '#db/client.server.ts'

/**
 * Has those told who watch a time of these hosts that is free. At once, or at `runAt` (epoch milliseconds),
 * which is when the next reservation lapses: of those looks only the last that was asked for takes place.
 */
export async function queueTelling(tx: Transaction, hostIds: readonly string[], runAt?: number): Promise<void> {
  for (const hostId of hostIds) {
    await enqueue(tx, 'watch.tell', { hostId }, runAt === undefined ? {} : { runAt, jobKey: `watch:${hostId}` })
  }
}
