CREATE TABLE "other_device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seat_id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"door" text NOT NULL,
	"readiness" jsonb NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"code_asked_at" timestamp (3) with time zone,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "device_hash" text;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "warm_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "connect_faults" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "hold" jsonb;--> statement-breakpoint
ALTER TABLE "other_device" ADD CONSTRAINT "other_device_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "other_device_secret" ON "other_device" USING btree ("seat_id","secret_hash");