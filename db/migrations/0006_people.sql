CREATE TABLE "unconfirmed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request" jsonb NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "mail_recipient";--> statement-breakpoint
DROP INDEX "watch_once";--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "declined_hashes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "campaign" jsonb;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "return_url" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "unconfirmed_id" uuid;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "moved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "watch" ADD COLUMN "booking_id" uuid;--> statement-breakpoint
ALTER TABLE "watch" ADD COLUMN "known_starts" jsonb;--> statement-breakpoint
ALTER TABLE "watch" ADD COLUMN "freed_starts" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "unconfirmed_idempotency" ON "unconfirmed" USING btree ("idempotency_key");--> statement-breakpoint
CREATE INDEX "unconfirmed_expires" ON "unconfirmed" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_unconfirmed_id_unconfirmed_id_fk" FOREIGN KEY ("unconfirmed_id") REFERENCES "public"."unconfirmed"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_unconfirmed" ON "mail" USING btree ("unconfirmed_id");--> statement-breakpoint
CREATE UNIQUE INDEX "watch_booking" ON "watch" USING btree ("booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "watch_once" ON "watch" USING btree ("type_id","starts_at","duration_minutes","email") WHERE "watch"."booking_id" IS NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_recipient" CHECK (CASE num_nonnulls("mail"."watch_id", "mail"."proposal_id", "mail"."unconfirmed_id")
    WHEN 0 THEN num_nonnulls("mail"."meeting_id", "mail"."seat_id", "mail"."snapshot") = 3
    WHEN 1 THEN num_nonnulls("mail"."meeting_id", "mail"."seat_id", "mail"."snapshot") = 0
    ELSE false END);--> statement-breakpoint
-- A sequence above zero said until now that a meeting had moved.
UPDATE "meeting" SET "moved_at" = "ics_stamped_at" WHERE "ics_sequence" > 0 AND "state" <> 'cancelled';
