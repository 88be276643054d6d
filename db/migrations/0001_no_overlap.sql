CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- Two meetings of one host never overlap, buffers included. `meeting_id WITH <>` lets a meeting move over its own time.
ALTER TABLE "occupied_time" ADD CONSTRAINT "occupied_time_no_overlap"
  EXCLUDE USING gist (host_id WITH =, meeting_id WITH <>, occupied WITH &&)
  WHERE (state IN ('reserved', 'pending', 'confirmed'));
--> statement-breakpoint
ALTER TABLE "weekly_window" ADD CONSTRAINT "weekly_window_sane"
  CHECK (weekday BETWEEN 1 AND 7 AND start_minute >= 0 AND start_minute < end_minute AND end_minute <= 1440);
--> statement-breakpoint
CREATE INDEX "mail_unsent" ON "mail" ("created_at") WHERE sent_at IS NULL AND failed_at IS NULL;
