CREATE TABLE "counter_proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"stamped_at" timestamp (3) with time zone NOT NULL,
	"comment" text,
	"state" text DEFAULT 'open' NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unproven_reply" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seat_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sequence" integer NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incoming_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mailbox" text NOT NULL,
	"uid_validity" text NOT NULL,
	"uid" bigint NOT NULL,
	"message_id" text NOT NULL,
	"size" integer NOT NULL,
	"raw" "bytea",
	"kind" text,
	"outcome" text,
	"handled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailbox_place" (
	"mailbox" text PRIMARY KEY NOT NULL,
	"uid_validity" text NOT NULL,
	"last_uid" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "partstat" text DEFAULT 'needs-action' NOT NULL;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "partstat_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "partstat_comment" text;--> statement-breakpoint
ALTER TABLE "counter_proposal" ADD CONSTRAINT "counter_proposal_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_proposal" ADD CONSTRAINT "counter_proposal_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unproven_reply" ADD CONSTRAINT "unproven_reply_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counter_proposal_meeting" ON "counter_proposal" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "counter_proposal_one_open" ON "counter_proposal" USING btree ("seat_id") WHERE "counter_proposal"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "unproven_reply_once" ON "unproven_reply" USING btree ("seat_id","kind","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "incoming_mail_message" ON "incoming_mail" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "incoming_mail_uid" ON "incoming_mail" USING btree ("mailbox","uid_validity","uid");--> statement-breakpoint
CREATE INDEX "incoming_mail_created" ON "incoming_mail" USING btree ("created_at");