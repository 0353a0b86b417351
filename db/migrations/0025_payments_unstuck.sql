ALTER TABLE "relief_batch_lines" ADD COLUMN "return_ref" text;--> statement-breakpoint
ALTER TABLE "relief_batch_lines" ADD COLUMN "return_reason" text;--> statement-breakpoint
ALTER TABLE "relief_batch_lines" ADD COLUMN "returned_on" date;--> statement-breakpoint
ALTER TABLE "relief_batch_lines" ADD COLUMN "return_entered_by" integer;--> statement-breakpoint
ALTER TABLE "relief_batch_lines" ADD COLUMN "return_confirmed_by" integer;--> statement-breakpoint
ALTER TABLE "relief_batches" ADD COLUMN "voided_by" integer;--> statement-breakpoint
ALTER TABLE "relief_batches" ADD COLUMN "voided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "relief_batches" ADD COLUMN "void_reason" text;--> statement-breakpoint
ALTER TABLE "relief_batch_lines" ADD CONSTRAINT "relief_batch_lines_return_entered_by_people_id_fk" FOREIGN KEY ("return_entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relief_batch_lines" ADD CONSTRAINT "relief_batch_lines_return_confirmed_by_people_id_fk" FOREIGN KEY ("return_confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relief_batches" ADD CONSTRAINT "relief_batches_voided_by_people_id_fk" FOREIGN KEY ("voided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT UPDATE (voided_by, voided_at, void_reason) ON relief_batches TO guatu_app;--> statement-breakpoint
GRANT UPDATE (return_ref, return_reason, returned_on, return_entered_by, return_confirmed_by) ON relief_batch_lines TO guatu_app;--> statement-breakpoint
-- The triggers of 0021 again, with what a payment may do besides.
CREATE OR REPLACE FUNCTION relief_moves(before text, next text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT (before, next) IN (
		('received', 'applied'), ('returned', 'applied'), ('received', 'withdrawn'), ('applied', 'withdrawn'), ('reviewed', 'withdrawn'), ('noticed', 'withdrawn'), ('returned', 'withdrawn'),
		('applied', 'reviewed'), ('applied', 'returned'), ('applied', 'refused'), ('reviewed', 'noticed'), ('reviewed', 'returned'), ('reviewed', 'refused'),
		('noticed', 'approved'), ('noticed', 'returned'), ('noticed', 'refused'), ('approved', 'batched'), ('batched', 'approved'), ('batched', 'paid'), ('batched', 'failed'), ('paid', 'failed'),
		('failed', 'approved'), ('approved', 'refused'), ('failed', 'refused'))
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION relief_cases_move() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	gate text;
BEGIN
	IF relief_owner(TG_RELID) THEN RETURN NEW; END IF;
	IF TG_OP = 'INSERT' THEN
		IF NEW.state NOT IN ('received', 'applied') OR NEW.round <> 1 OR NEW.version <> 1 THEN PERFORM relief_no('case begins'); END IF;
		NEW.applied_at := county_now();
		RETURN NEW;
	END IF;
	IF (NEW.id, NEW.no, NEW.division, NEW.origin, NEW.receipt_hash, NEW.applied_at) IS DISTINCT FROM (OLD.id, OLD.no, OLD.division, OLD.origin, OLD.receipt_hash, OLD.applied_at)
		OR OLD.state NOT IN ('received', 'returned') AND (NEW.subject_key, NEW.household_id, NEW.head_name, NEW.cause, NEW.year, NEW.rules_id, NEW.line, NEW.round)
			IS DISTINCT FROM (OLD.subject_key, OLD.household_id, OLD.head_name, OLD.cause, OLD.year, OLD.rules_id, OLD.line, OLD.round)
		OR OLD.state IN ('approved', 'batched', 'paid', 'failed') AND NEW.amount IS DISTINCT FROM OLD.amount THEN PERFORM relief_no('case altered'); END IF;
	IF NEW.state = OLD.state THEN RETURN NEW; END IF;
	IF NOT relief_moves(OLD.state, NEW.state) OR NEW.version <> OLD.version + 1 THEN PERFORM relief_no('case move'); END IF;
	IF NEW.state = 'applied' AND NOT EXISTS (SELECT FROM relief_worksheets w WHERE w.case_id = NEW.id AND w.round = NEW.round AND w.part = 'applicant') THEN PERFORM relief_no('no worksheet'); END IF;
	IF OLD.state = 'applied' AND NEW.state = 'reviewed' AND relief_amount(NEW.id, 'village') IS NULL OR OLD.state = 'reviewed' AND NEW.state = 'noticed' AND relief_amount(NEW.id, 'township') IS NULL THEN
		PERFORM relief_no('no worksheet');
	END IF;
	IF NEW.state = 'approved' THEN
		IF EXISTS (SELECT FROM relief_batch_lines l WHERE l.case_id = NEW.id AND l.state IN ('waiting', 'paid')) THEN PERFORM relief_no('payment gate'); END IF;
		-- Whoever objects in the last moment holds the notice: wait for them, then look.
		PERFORM FROM relief_notices n WHERE n.case_id = NEW.id AND n.round = NEW.round FOR UPDATE;
		gate := relief_gate(NEW.id);
		IF gate IS NOT NULL THEN PERFORM relief_no(gate); END IF;
		IF NEW.amount IS DISTINCT FROM relief_amount(NEW.id, 'district') THEN PERFORM relief_no('calculation gate'); END IF;
		IF NOT EXISTS (SELECT FROM fund_entries e WHERE e.case_id = NEW.id AND e.deed = 'reserve') THEN PERFORM relief_no('not reserved'); END IF;
	ELSIF NEW.state IN ('batched', 'paid', 'failed') AND NOT EXISTS (
		SELECT FROM relief_batch_lines l WHERE l.case_id = NEW.id AND l.state = CASE NEW.state WHEN 'batched' THEN 'waiting' WHEN 'failed' THEN CASE OLD.state WHEN 'paid' THEN 'returned' ELSE 'failed' END ELSE NEW.state END)
		OR NEW.state = 'failed' AND EXISTS (SELECT FROM relief_batch_lines l WHERE l.case_id = NEW.id AND l.state IN ('waiting', 'paid')) THEN PERFORM relief_no('payment gate');
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION relief_lines_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	its relief_cases;
	gate text;
BEGIN
	IF relief_owner(TG_RELID) THEN RETURN NEW; END IF;
	IF TG_OP = 'UPDATE' THEN
		-- The bank sent it back: somebody enters it, another, who had no hand in the payment, confirms.
		IF OLD.state = 'paid' AND NEW.state IN ('paid', 'returned') AND (NEW.reason, NEW.bank_ref, NEW.settled_at) IS NOT DISTINCT FROM (OLD.reason, OLD.bank_ref, OLD.settled_at) THEN
			IF NEW.state = 'paid' AND num_nonnulls(NEW.return_ref, NEW.return_reason, NEW.returned_on, NEW.return_entered_by, NEW.return_confirmed_by) = 0 THEN RETURN NEW; END IF;
			IF NEW.state = 'paid' AND (NEW.return_entered_by::text IS DISTINCT FROM current_setting('app.person', true) OR NEW.return_confirmed_by IS NOT NULL)
				OR NEW.state = 'returned' AND NEW.return_confirmed_by::text IS DISTINCT FROM current_setting('app.person', true) THEN PERFORM relief_no('in another name'); END IF;
			IF coalesce(NEW.return_ref, '') = '' OR coalesce(NEW.return_reason, '') = '' OR (NEW.returned_on BETWEEN (NEW.settled_at AT TIME ZONE 'Asia/Shanghai')::date AND (county_now() AT TIME ZONE 'Asia/Shanghai')::date) IS NOT TRUE THEN PERFORM relief_no('line settled'); END IF;
			IF NEW.state = 'returned' AND (NEW.return_ref, NEW.return_reason, NEW.returned_on, NEW.return_entered_by) IS DISTINCT FROM (OLD.return_ref, OLD.return_reason, OLD.returned_on, OLD.return_entered_by) THEN PERFORM relief_no('line settled'); END IF;
			IF NEW.state = 'returned' AND (NEW.return_confirmed_by = NEW.return_entered_by OR EXISTS (SELECT FROM relief_batches b WHERE b.id = NEW.batch_id AND NEW.return_confirmed_by IN (b.made_by, b.sent_by))) THEN PERFORM relief_no('acts twice'); END IF;
			RETURN NEW;
		END IF;
		IF NEW.return_entered_by IS NOT NULL OR OLD.state <> 'waiting' OR NEW.state NOT IN ('paid', 'failed', 'void') OR NEW.state = 'paid' AND NEW.bank_ref IS NULL
			OR NOT EXISTS (SELECT FROM relief_batches b WHERE b.id = NEW.batch_id AND b.state = CASE NEW.state WHEN 'void' THEN 'void' ELSE 'sent' END) THEN PERFORM relief_no('line settled'); END IF;
		IF NEW.state <> 'void' THEN NEW.settled_at := county_now(); END IF;
		RETURN NEW;
	END IF;
	SELECT * INTO its FROM relief_cases c WHERE c.id = NEW.case_id FOR UPDATE;
	gate := relief_gate(its.id);
	IF gate IS NOT NULL THEN PERFORM relief_no(gate); END IF;
	IF NEW.state <> 'waiting' OR NEW.return_entered_by IS NOT NULL OR its.state <> 'approved' OR NEW.card_id IS DISTINCT FROM relief_usable_card(its.id)
		OR (NEW.amount, NEW.division, NEW.subject_key, NEW.cause, NEW.year) IS DISTINCT FROM (its.amount, its.division, its.subject_key, its.cause, its.year)
		OR NOT EXISTS (SELECT FROM relief_cards k WHERE k.id = NEW.card_id AND k.holder = NEW.holder AND k.card_tail = NEW.card_tail)
		OR NOT EXISTS (SELECT FROM relief_batches b WHERE b.id = NEW.batch_id AND b.state = 'made') THEN PERFORM relief_no('payment gate'); END IF;
	-- Somebody who was counted in another household that is paid for the same cause and year.
	IF EXISTS (SELECT FROM relief_people p JOIN relief_people q ON q.id_hash = p.id_hash AND q.case_id <> p.case_id JOIN relief_batch_lines l ON l.case_id = q.case_id
		WHERE p.case_id = its.id AND l.state IN ('waiting', 'paid') AND l.cause = its.cause AND l.year = its.year) THEN PERFORM relief_no('paid before'); END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION relief_batches_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF relief_owner(TG_RELID) THEN RETURN NEW; END IF;
	IF TG_OP = 'INSERT' THEN
		NEW.made_at := county_now();
		IF NEW.state <> 'made' OR NEW.version <> 1 OR NEW.made_by::text IS DISTINCT FROM current_setting('app.person', true) THEN PERFORM relief_no('batch begins'); END IF;
		RETURN NEW;
	END IF;
	IF (OLD.state, NEW.state) NOT IN (('made', 'sent'), ('sent', 'reconciled'), ('reconciled', 'closed'), ('made', 'void')) OR NEW.version <> OLD.version + 1 THEN PERFORM relief_no('batch move'); END IF;
	IF NEW.state = 'sent' AND (NEW.file_hash IS NULL
		OR (NEW.lines, NEW.total) <> (SELECT count(*), coalesce(sum(l.amount), 0) FROM relief_batch_lines l WHERE l.batch_id = NEW.id)) THEN PERFORM relief_no('control sums'); END IF;
	IF NEW.state = 'reconciled' AND EXISTS (SELECT FROM relief_batch_lines l WHERE l.batch_id = NEW.id AND l.state = 'waiting') THEN PERFORM relief_no('lines waiting'); END IF;
	IF NEW.state = 'void' THEN
		NEW.voided_at := county_now();
		IF NEW.voided_by::text IS DISTINCT FROM current_setting('app.person', true) OR coalesce(NEW.void_reason, '') = '' THEN PERFORM relief_no('in another name'); END IF;
	END IF;
	IF NEW.state = 'closed' THEN
		PERFORM FROM relief_cases c WHERE c.id IN (SELECT l.case_id FROM relief_batch_lines l WHERE l.batch_id = NEW.id) ORDER BY c.id FOR UPDATE;
		NEW.closed_at := county_now();
		IF NEW.closed_by::text IS DISTINCT FROM current_setting('app.person', true) OR NEW.closed_by IN (NEW.made_by, NEW.sent_by)
			OR EXISTS (SELECT FROM relief_steps s JOIN relief_batch_lines l ON l.case_id = s.case_id WHERE l.batch_id = NEW.id AND s.person_id = NEW.closed_by AND s.part <> 'closing') THEN PERFORM relief_no('acts twice'); END IF;
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION relief_cases_stepped() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	its text;
	verb text;
BEGIN
	IF relief_owner(TG_RELID) THEN RETURN NULL; END IF;
	SELECT c.state INTO its FROM relief_cases c WHERE c.id = NEW.id;
	SELECT s.verb INTO verb FROM relief_steps s WHERE s.case_id = NEW.id AND s.verb IN ('approve', 'reinstate', 'revoke', 'batch', 'void-batch', 'settle', 'bounce', 'come-back') ORDER BY s.id DESC LIMIT 1;
	IF its IN ('approved', 'batched', 'paid', 'failed') AND ((its, verb) IN (('approved', 'approve'), ('approved', 'reinstate'), ('approved', 'void-batch'), ('batched', 'batch'), ('paid', 'settle'), ('failed', 'bounce'), ('failed', 'come-back'))) IS NOT TRUE
		OR its = 'refused' AND OLD.state IN ('approved', 'failed') AND verb IS DISTINCT FROM 'revoke' THEN PERFORM relief_no('no step'); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION relief_lines_booked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	its text;
BEGIN
	IF relief_owner(TG_RELID) THEN RETURN NULL; END IF;
	SELECT l.state INTO its FROM relief_batch_lines l WHERE l.id = NEW.id;
	IF NOT EXISTS (SELECT FROM relief_cases c WHERE c.id = NEW.case_id AND CASE its WHEN 'waiting' THEN c.state = 'batched' WHEN 'paid' THEN c.state = 'paid' WHEN 'returned' THEN c.state NOT IN ('batched', 'paid') ELSE c.state <> 'batched' END)
		OR its = 'void' AND EXISTS (SELECT FROM fund_entries e WHERE e.line_id = NEW.id)
		OR its NOT IN ('waiting', 'void') AND NOT EXISTS (SELECT FROM fund_entries e WHERE e.line_id = NEW.id AND e.deed = CASE its WHEN 'paid' THEN 'pay' WHEN 'returned' THEN 'return' ELSE 'fail' END) THEN PERFORM relief_no('not booked'); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION relief_batches_booked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF relief_owner(TG_RELID) THEN RETURN NULL; END IF;
	IF NEW.state = 'sent' AND EXISTS (SELECT FROM relief_batch_lines l WHERE l.batch_id = NEW.id AND NOT EXISTS (SELECT FROM fund_entries e WHERE e.line_id = l.id AND e.deed = 'send')) THEN PERFORM relief_no('not booked'); END IF;
	IF NEW.state = 'void' AND EXISTS (SELECT FROM relief_batch_lines l WHERE l.batch_id = NEW.id AND l.state <> 'void') THEN PERFORM relief_no('not booked'); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION relief_notices_hang() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	its relief_cases;
BEGIN
	IF relief_owner(TG_RELID) THEN RETURN NEW; END IF;
	SELECT * INTO its FROM relief_cases c WHERE c.id = NEW.case_id FOR UPDATE;
	IF TG_OP = 'UPDATE' THEN
		IF OLD.paid_month IS NOT NULL AND (NEW.paid_month IS NOT NULL OR its.state <> 'failed') OR NEW.paid_month IS NOT NULL AND its.state <> 'paid' THEN PERFORM relief_no('notice altered'); END IF;
		IF OLD.taken_down_at IS NOT NULL AND NEW.taken_down_at IS DISTINCT FROM OLD.taken_down_at THEN PERFORM relief_no('notice altered'); END IF;
		RETURN NEW;
	END IF;
	IF its.state <> 'reviewed' OR NEW.round <> its.round OR NEW.amount IS DISTINCT FROM relief_amount(NEW.case_id, 'township') THEN PERFORM relief_no('out of turn'); END IF;
	NEW.opens_at := county_now();
	NEW.closes_at := ((county_now() AT TIME ZONE 'Asia/Shanghai')::date + 1 + (SELECT r.notice_days FROM relief_rules r WHERE r.id = its.rules_id))::timestamp AT TIME ZONE 'Asia/Shanghai';
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION fund_entries_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF relief_owner(TG_RELID) THEN RETURN NEW; END IF;
	PERFORM pg_advisory_xact_lock(7302);
	NEW.at := county_now();
	IF coalesce(NEW.made_by, 0)::text <> current_setting('app.person', true) THEN PERFORM relief_no('in another name'); END IF;
	IF NEW.deed IN ('reserve', 'release') AND NEW.case_id IS NULL OR NEW.deed IN ('send', 'pay', 'fail', 'return') AND NEW.line_id IS NULL OR (NEW.deed = 'reversal') <> (NEW.reverses_id IS NOT NULL) THEN PERFORM relief_no('entry of nothing'); END IF;
	IF NEW.deed = 'reversal' AND EXISTS (SELECT FROM fund_entries e WHERE e.id = NEW.reverses_id AND e.deed NOT IN ('donation', 'top-up', 'interest')) THEN PERFORM relief_no('reversal'); END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION fund_entries_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	its fund_entries;
	gain text;
	loss text;
	plus bigint;
BEGIN
	SELECT * INTO its FROM fund_entries e WHERE e.id = CASE TG_TABLE_NAME WHEN 'fund_entries' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'entry_id')::int END;
	SELECT max(account) FILTER (WHERE amount > 0), max(account) FILTER (WHERE amount < 0), max(amount) INTO gain, loss, plus FROM fund_postings p WHERE p.entry_id = its.id;
	IF (SELECT count(*) <> 2 OR sum(amount) <> 0 OR bool_or(amount = 0) FROM fund_postings p WHERE p.entry_id = its.id) THEN PERFORM relief_no('unbalanced'); END IF;
	IF (CASE its.deed
		WHEN 'donation' THEN (gain, loss) = ('bank', 'unreserved') WHEN 'top-up' THEN (gain, loss) = ('bank', 'unreserved') WHEN 'interest' THEN (gain, loss) = ('bank', 'unreserved')
		WHEN 'reserve' THEN (gain, loss) = ('unreserved', 'reserved') AND plus = relief_amount(its.case_id, 'district')
			AND EXISTS (SELECT FROM relief_cases c WHERE c.id = its.case_id AND c.state NOT IN ('received', 'applied', 'reviewed', 'noticed', 'returned', 'withdrawn'))
		WHEN 'release' THEN (gain, loss) = ('reserved', 'unreserved') AND plus = (SELECT c.amount FROM relief_cases c WHERE c.id = its.case_id AND c.state = 'refused')
		WHEN 'send' THEN (gain, loss) = ('transit', 'bank') AND plus = (SELECT l.amount FROM relief_batch_lines l WHERE l.id = its.line_id AND l.state <> 'void')
		WHEN 'pay' THEN (gain, loss) = ('reserved', 'transit') AND plus = (SELECT l.amount FROM relief_batch_lines l WHERE l.id = its.line_id AND l.state = 'paid')
		WHEN 'fail' THEN (gain, loss) = ('bank', 'transit') AND plus = (SELECT l.amount FROM relief_batch_lines l WHERE l.id = its.line_id AND l.state = 'failed')
		WHEN 'return' THEN (gain, loss) = ('bank', 'reserved') AND plus = (SELECT l.amount FROM relief_batch_lines l WHERE l.id = its.line_id AND l.state = 'returned')
		ELSE (gain, loss, plus) = (SELECT max(p.account) FILTER (WHERE p.amount < 0), max(p.account) FILTER (WHERE p.amount > 0), max(p.amount) FROM fund_postings p WHERE p.entry_id = its.reverses_id)
	END) IS NOT TRUE THEN PERFORM relief_no('entry of another'); END IF;
	IF (SELECT coalesce(sum(amount), 0) > 0 FROM fund_postings p WHERE p.account = 'unreserved') THEN PERFORM relief_no('short'); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
DROP INDEX fund_entries_once_a_line;--> statement-breakpoint
CREATE UNIQUE INDEX fund_entries_once_a_line ON fund_entries (line_id, deed) WHERE deed IN ('send', 'pay', 'fail', 'return');