CREATE TABLE "Course" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "needsContact" BOOLEAN NOT NULL DEFAULT false,
    "sourceSet" TEXT NOT NULL,
    "sourceKey" TEXT NOT NULL
);

CREATE UNIQUE INDEX "Course_sourceSet_sourceKey_key" ON "Course"("sourceSet", "sourceKey");

CREATE TABLE "Lesson" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "courseId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "fromTime" TEXT NOT NULL,
    "toTime" TEXT,
    "startsAt" BIGINT NOT NULL,
    "endsAt" BIGINT NOT NULL,
    "venue" TEXT NOT NULL,
    "room" TEXT,
    "address" TEXT,
    "town" TEXT,
    "lat" REAL,
    "lng" REAL,
    "isApproximate" BOOLEAN NOT NULL DEFAULT false,
    "district" TEXT,
    "sphere" TEXT,
    "seats" INTEGER,
    "opensAt" BIGINT NOT NULL,
    "closesAt" BIGINT NOT NULL,
    "audience" TEXT,
    "feeYen" INTEGER,
    "feeText" TEXT,
    "bring" TEXT,
    "device" TEXT NOT NULL DEFAULT 'any',
    "phone" TEXT,
    "url" TEXT,
    "isCancelled" BOOLEAN NOT NULL DEFAULT false,
    "isPast" BOOLEAN NOT NULL DEFAULT false,
    "sourceSet" TEXT NOT NULL,
    "sourceKey" TEXT NOT NULL,
    CONSTRAINT "Lesson_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "Lesson_sourceSet_sourceKey_key" ON "Lesson"("sourceSet", "sourceKey");

CREATE INDEX "Lesson_isPast_startsAt_idx" ON "Lesson"("isPast", "startsAt");

CREATE TABLE "Booking" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "lessonId" TEXT NOT NULL,
    "personId" TEXT,
    "number" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "until" BIGINT,
    "liveKey" TEXT,
    "isProxy" BOOLEAN NOT NULL DEFAULT false,
    "madeBy" TEXT NOT NULL,
    "madeAt" BIGINT NOT NULL,
    "changedAt" BIGINT NOT NULL,
    "queuedAt" BIGINT,
    "offers" INTEGER NOT NULL DEFAULT 0,
    "cancelledAt" BIGINT,
    "cancelledFrom" TEXT,
    CONSTRAINT "Booking_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "Booking_lessonId_number_key" ON "Booking"("lessonId", "number");

CREATE UNIQUE INDEX "Booking_liveKey_key" ON "Booking"("liveKey");

CREATE INDEX "Booking_lessonId_state_idx" ON "Booking"("lessonId", "state");

CREATE INDEX "Booking_personId_madeAt_idx" ON "Booking"("personId", "madeAt");

CREATE INDEX "Booking_state_until_idx" ON "Booking"("state", "until");

CREATE TABLE "Contact" (
    "bookingId" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "givenAt" BIGINT NOT NULL,
    "keepUntil" BIGINT NOT NULL,
    CONSTRAINT "Contact_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "Contact_keepUntil_idx" ON "Contact"("keepUntil");

CREATE TABLE "LessonRevision" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL
);

INSERT INTO "LessonRevision" ("id", "revision") VALUES (1, 0);

-- Whoever changes lessons or seats, by whatever statement, is seen by the next turn: no writer has to remember it.
CREATE TRIGGER "Booking_insert_revision" AFTER INSERT ON "Booking" BEGIN UPDATE "LessonRevision" SET "revision" = "revision" + 1; END;

CREATE TRIGGER "Booking_update_revision" AFTER UPDATE ON "Booking" BEGIN UPDATE "LessonRevision" SET "revision" = "revision" + 1; END;

CREATE TRIGGER "Booking_delete_revision" AFTER DELETE ON "Booking" BEGIN UPDATE "LessonRevision" SET "revision" = "revision" + 1; END;

CREATE TRIGGER "Lesson_insert_revision" AFTER INSERT ON "Lesson" BEGIN UPDATE "LessonRevision" SET "revision" = "revision" + 1; END;

CREATE TRIGGER "Lesson_update_revision" AFTER UPDATE ON "Lesson" BEGIN UPDATE "LessonRevision" SET "revision" = "revision" + 1; END;

CREATE TRIGGER "Lesson_delete_revision" AFTER DELETE ON "Lesson" BEGIN UPDATE "LessonRevision" SET "revision" = "revision" + 1; END;

CREATE TRIGGER "Course_update_revision" AFTER UPDATE ON "Course" BEGIN UPDATE "LessonRevision" SET "revision" = "revision" + 1; END;
