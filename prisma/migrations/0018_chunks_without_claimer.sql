-- A claim hands its chunks back by itself; who holds one is said by its retry key and attempts.

DROP INDEX "Chunk_claimedBy_idx";

ALTER TABLE "Chunk" DROP COLUMN "claimedBy";
