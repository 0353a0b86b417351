CREATE TABLE "audit_seals" (
	"no" integer PRIMARY KEY NOT NULL,
	"last_id" bigint NOT NULL,
	"count" integer NOT NULL,
	"late" bigint[] NOT NULL,
	"skipped" bigint[] NOT NULL,
	"hash" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_seals_by_time" ON "audit_seals" USING btree ("at");--> statement-breakpoint
-- What was sealed stays sealed.
REVOKE UPDATE, DELETE ON audit_seals FROM guatu_app;
