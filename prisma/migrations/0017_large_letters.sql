-- Notices in large letters, for who asked for them: the same words, in calls of their own.

ALTER TABLE "Notice" ADD COLUMN "frozenLarge" TEXT;

ALTER TABLE "Delivery" ADD COLUMN "isLarge" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Chunk" ADD COLUMN "isLarge" BOOLEAN NOT NULL DEFAULT false;
