CREATE TABLE "NoticeReach" (
    "noticeId" TEXT NOT NULL,
    "district" TEXT NOT NULL,

    PRIMARY KEY ("noticeId", "district")
);
