-- Leaves, tiles and head in one statement: all of it, or nothing when somebody else grew the tree meanwhile.
WITH head AS (
    UPDATE log_tree SET size = $3, root = $4, last_xact = $5::text::xid8, last_id = $6
    WHERE size = $1 AND root = $2
    RETURNING size
),
leaves AS (
    INSERT INTO log_leaf (index, kind, id, leaf)
    SELECT $1 + n - 1, kind, id, leaf
    FROM unnest($7::integer[], $8::uuid[], $9::bytea[]) WITH ORDINALITY AS l(kind, id, leaf, n)
    WHERE EXISTS (SELECT FROM head)
    ORDER BY n
),
tiles AS (
    INSERT INTO log_tile (level, number, hashes)
    SELECT level, number, hashes
    FROM unnest($10::integer[], $11::bigint[], $12::bytea[]) AS t(level, number, hashes)
    WHERE EXISTS (SELECT FROM head)
    ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
)
SELECT count(*) AS grown FROM head
