import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'

/** LiveKit gave up on a connection before it carried sound or pictures. */
export async function countConnectFault(tx: Transaction, { meetingId, identity }: { meetingId: string; identity: string }): Promise<void> {
  await tx.update(seat).set({ connectFaults: sql`${seat.connectFaults} + 1` })
    .where(and(eq(seat.meetingId, meetingId), eq(seat.identity, identity.split('#')[0] ?? '')))
}
