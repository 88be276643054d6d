CREATE TABLE "one_off" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"type_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"company_name" text NOT NULL,
	"locale" text NOT NULL,
	"starts" timestamp (3) with time zone[] NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"link_generation" integer DEFAULT 1 NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	"meeting_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_off_starts" CHECK (cardinality("one_off"."starts") BETWEEN 1 AND 5)
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"type_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"company_name" text NOT NULL,
	"phone" text,
	"diagnosis" text NOT NULL,
	"diagnosis_text" text,
	"message" text,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"starts" timestamp (3) with time zone[] NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"answer_text" text,
	"answered_at" timestamp (3) with time zone,
	"meeting_id" uuid,
	"idempotency_key" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposal_starts" CHECK (cardinality("proposal"."starts") BETWEEN 1 AND 3)
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "mail_recipient";--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "answer_by" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "answer_text" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "proposal_id" uuid;--> statement-breakpoint
ALTER TABLE "one_off" ADD CONSTRAINT "one_off_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_off" ADD CONSTRAINT "one_off_type_id_meeting_type_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."meeting_type"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_off" ADD CONSTRAINT "one_off_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_type_id_meeting_type_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."meeting_type"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "one_off_host" ON "one_off" USING btree ("host_id","created_at");--> statement-breakpoint
CREATE INDEX "one_off_expires" ON "one_off" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_idempotency" ON "proposal" USING btree ("idempotency_key");--> statement-breakpoint
CREATE INDEX "proposal_host" ON "proposal" USING btree ("host_id","state");--> statement-breakpoint
CREATE INDEX "proposal_created" ON "proposal" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_proposal" ON "mail" USING btree ("proposal_id");--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_pending_ends" CHECK ("booking"."state" <> 'pending' OR "booking"."answer_by" IS NOT NULL);--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_recipient" CHECK (CASE num_nonnulls("mail"."watch_id", "mail"."proposal_id")
    WHEN 0 THEN num_nonnulls("mail"."meeting_id", "mail"."seat_id", "mail"."snapshot") = 3
    WHEN 1 THEN num_nonnulls("mail"."meeting_id", "mail"."seat_id", "mail"."snapshot") = 0
    ELSE false END);