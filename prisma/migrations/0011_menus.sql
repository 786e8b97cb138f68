CREATE INDEX "Person_isTester_idx" ON "Person"("isTester");

CREATE TABLE "MenuLink" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "wished" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "linkedId" TEXT,
    "dueAt" BIGINT,
    "tries" INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX "MenuLink_dueAt_idx" ON "MenuLink"("dueAt");
