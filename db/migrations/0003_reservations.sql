CREATE TABLE "reservation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visitor_hash" text NOT NULL,
	"address_hash" text NOT NULL,
	"type_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"duration_minutes" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"keeps" integer DEFAULT 0 NOT NULL,
	"booked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"duration_minutes" integer NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"told_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail" ALTER COLUMN "meeting_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ALTER COLUMN "seat_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ALTER COLUMN "snapshot" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "watch_id" uuid;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_type_id_meeting_type_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."meeting_type"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_type_id_meeting_type_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."meeting_type"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reservation_visitor" ON "reservation" USING btree ("visitor_hash");--> statement-breakpoint
CREATE INDEX "reservation_address" ON "reservation" USING btree ("address_hash");--> statement-breakpoint
CREATE INDEX "reservation_expires" ON "reservation" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "watch_once" ON "watch" USING btree ("type_id","starts_at","duration_minutes","email");--> statement-breakpoint
CREATE INDEX "watch_starts" ON "watch" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "watch_email" ON "watch" USING btree ("email");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_watch_id_watch_id_fk" FOREIGN KEY ("watch_id") REFERENCES "public"."watch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_watch" ON "mail" USING btree ("watch_id");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_recipient" CHECK (CASE WHEN "mail"."watch_id" IS NULL
    THEN num_nonnulls("mail"."meeting_id", "mail"."seat_id", "mail"."snapshot") = 3
    ELSE num_nonnulls("mail"."meeting_id", "mail"."seat_id", "mail"."snapshot") = 0 END);