-- People who offer to help, and what a coordinator is asked to look after.

CREATE TABLE "Volunteer" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "ways" TEXT NOT NULL,
    "areaLabel" TEXT,
    "areaLat" REAL,
    "areaLng" REAL,
    "areaIsCentre" BOOLEAN NOT NULL DEFAULT false,
    "district" TEXT,
    "weekdays" TEXT NOT NULL,
    "likes" TEXT NOT NULL,
    "placeId" TEXT,
    "offeredAt" BIGINT NOT NULL,
    "movedAt" BIGINT NOT NULL
);

CREATE INDEX "Volunteer_state_movedAt_idx" ON "Volunteer"("state", "movedAt");

CREATE TABLE "Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "kind" TEXT NOT NULL,
    "district" TEXT,
    "facts" TEXT NOT NULL,
    "openedAt" BIGINT NOT NULL,
    "claimedBy" TEXT,
    "claimedAt" BIGINT,
    "doneAt" BIGINT,
    "result" TEXT
);

CREATE INDEX "Case_doneAt_openedAt_idx" ON "Case"("doneAt", "openedAt");

CREATE INDEX "Case_personId_idx" ON "Case"("personId");
