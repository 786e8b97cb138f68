-- Somebody was told that a notice eats what is kept of the month's messages, and sends it all the same.

ALTER TABLE "Notice" ADD COLUMN "isQuotaKnown" BOOLEAN NOT NULL DEFAULT false;
