ALTER TABLE "people" ALTER COLUMN "name" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "households" ALTER COLUMN "head_name" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "name" SET DATA TYPE text collate "C";--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("name");--> statement-breakpoint
CREATE INDEX "households_remaining" ON "households" USING btree ("division","id") WHERE exited_on is null;--> statement-breakpoint
CREATE INDEX "households_without_housing" ON "households" USING btree ("division","id") WHERE housing_since is null;--> statement-breakpoint
CREATE INDEX "members_by_name" ON "members" USING btree ("name","division");