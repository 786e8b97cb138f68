-- The question after a course, and what its people answered.

CREATE TABLE "Survey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "courseId" TEXT NOT NULL,
    "personId" TEXT,
    "district" TEXT,
    "askedAt" BIGINT NOT NULL,
    "closesAt" BIGINT NOT NULL,
    "answer" TEXT,
    "answeredAt" BIGINT
);

CREATE UNIQUE INDEX "Survey_courseId_personId_key" ON "Survey"("courseId", "personId");

CREATE INDEX "Survey_personId_idx" ON "Survey"("personId");

CREATE INDEX "Survey_closesAt_idx" ON "Survey"("closesAt");

CREATE INDEX "Lesson_courseId_idx" ON "Lesson"("courseId");
