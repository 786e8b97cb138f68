-- What elders asked to be told of when it opens near them.

CREATE TABLE "PlaceWish" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "activity" TEXT,
    "lat" REAL NOT NULL,
    "lng" REAL NOT NULL,
    "label" TEXT NOT NULL,
    "district" TEXT,
    "wishedAt" BIGINT NOT NULL,
    "seenRevision" INTEGER NOT NULL,
    "toldAt" BIGINT,
    "liveKey" TEXT
);

CREATE UNIQUE INDEX "PlaceWish_liveKey_key" ON "PlaceWish"("liveKey");

CREATE INDEX "PlaceWish_toldAt_seenRevision_idx" ON "PlaceWish"("toldAt", "seenRevision");

CREATE INDEX "PlaceWish_personId_idx" ON "PlaceWish"("personId");
