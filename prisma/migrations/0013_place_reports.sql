-- What people say is wrong with listed places, and who has closed an alert.

CREATE TABLE "PlaceReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "placeId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "saidIn" TEXT NOT NULL,
    "wantsAnswer" BOOLEAN NOT NULL DEFAULT false,
    "reportedAt" BIGINT NOT NULL,
    "decidedAt" BIGINT,
    "decidedBy" TEXT,
    "verdict" TEXT,
    "note" TEXT,
    "liveKey" TEXT
);

CREATE UNIQUE INDEX "PlaceReport_liveKey_key" ON "PlaceReport"("liveKey");

CREATE INDEX "PlaceReport_decidedAt_placeId_idx" ON "PlaceReport"("decidedAt", "placeId");

CREATE INDEX "PlaceReport_personId_idx" ON "PlaceReport"("personId");

ALTER TABLE "Place" ADD COLUMN "doubtedAt" BIGINT;

ALTER TABLE "Alert" ADD COLUMN "closedBy" TEXT;

CREATE INDEX "Alert_closedAt_idx" ON "Alert"("closedAt");
