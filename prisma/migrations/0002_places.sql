CREATE TABLE "Place" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kana" TEXT,
    "activities" TEXT NOT NULL,
    "description" TEXT,
    "audience" TEXT,
    "town" TEXT,
    "address" TEXT,
    "lat" REAL,
    "lng" REAL,
    "isApproximate" BOOLEAN NOT NULL DEFAULT false,
    "district" TEXT,
    "sphere" TEXT,
    "schedule" TEXT NOT NULL,
    "feeKind" TEXT NOT NULL,
    "feeYen" INTEGER,
    "feeText" TEXT,
    "steps" TEXT NOT NULL DEFAULT 'unknown',
    "wheelchair" TEXT NOT NULL DEFAULT 'unknown',
    "toilet" TEXT NOT NULL DEFAULT 'unknown',
    "parking" TEXT NOT NULL DEFAULT 'unknown',
    "phone" TEXT,
    "booking" TEXT NOT NULL DEFAULT 'unknown',
    "office" TEXT,
    "url" TEXT,
    "status" TEXT NOT NULL,
    "checkedAt" BIGINT,
    "checkedBy" TEXT,
    "sourceSet" TEXT NOT NULL,
    "sourceKey" TEXT NOT NULL,
    "revision" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "Place_sourceSet_sourceKey_key" ON "Place"("sourceSet", "sourceKey");

CREATE TABLE "PlaceException" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placeId" TEXT NOT NULL,
    "exception" TEXT NOT NULL,
    "addedAt" BIGINT NOT NULL,
    "addedBy" TEXT NOT NULL,
    CONSTRAINT "PlaceException_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "PlaceException_placeId_idx" ON "PlaceException"("placeId");

CREATE TABLE "PlaceVersion" (
    "placeId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "changedAt" BIGINT NOT NULL,
    "changedBy" TEXT NOT NULL,
    "place" TEXT NOT NULL,

    PRIMARY KEY ("placeId", "revision"),
    CONSTRAINT "PlaceVersion_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "CatalogueRevision" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL
);

INSERT INTO "CatalogueRevision" ("id", "revision") VALUES (1, 0);

CREATE TABLE "UnmetWish" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "recordedAt" BIGINT NOT NULL,
    "lat" REAL,
    "lng" REAL,
    "sphere" TEXT,
    "district" TEXT,
    "activity" TEXT,
    "day" TEXT,
    "nearestMetres" REAL
);

CREATE INDEX "UnmetWish_recordedAt_idx" ON "UnmetWish"("recordedAt");
