ALTER TABLE "proposal" DROP CONSTRAINT "proposal_host_id_consultant_id_fk";
--> statement-breakpoint
DROP INDEX "proposal_host";--> statement-breakpoint
ALTER TABLE "proposal" ALTER COLUMN "host_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "one_off" ADD COLUMN "duration_minutes" integer;--> statement-breakpoint
-- Until now every one was as long as its type is usually.
UPDATE "one_off" SET "duration_minutes" = "meeting_type"."duration_minutes" FROM "meeting_type" WHERE "meeting_type"."id" = "one_off"."type_id";--> statement-breakpoint
ALTER TABLE "one_off" ALTER COLUMN "duration_minutes" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "duration_minutes" integer;--> statement-breakpoint
-- Until now every one was as long as its type is usually.
UPDATE "proposal" SET "duration_minutes" = "meeting_type"."duration_minutes" FROM "meeting_type" WHERE "meeting_type"."id" = "proposal"."type_id";--> statement-breakpoint
ALTER TABLE "proposal" ALTER COLUMN "duration_minutes" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "campaign" jsonb;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "return_url" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "host_id" uuid;--> statement-breakpoint
UPDATE "mail" SET "host_id" = "proposal"."host_id" FROM "proposal" WHERE "proposal"."id" = "mail"."proposal_id" AND "mail"."kind" = 'proposed';--> statement-breakpoint
-- The host of a proposal is from now on the one who answered it.
UPDATE "proposal" SET "host_id" = NULL WHERE "state" = 'open';--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_type" ON "proposal" USING btree ("type_id","state");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_proposed_to" CHECK ("mail"."kind" <> 'proposed' OR "mail"."host_id" IS NOT NULL);