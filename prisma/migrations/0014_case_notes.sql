-- What a coordinator wants to remember of a case.

ALTER TABLE "Case" ADD COLUMN "note" TEXT;
