-- Larger letters on request, and the mark of someone who had everything erased.

ALTER TABLE "Person" ADD COLUMN "largeLetters" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Person" ADD COLUMN "erasedAt" BIGINT;
