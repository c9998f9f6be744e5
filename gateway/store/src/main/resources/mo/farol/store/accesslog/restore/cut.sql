-- Begins a new epoch at what was found, and makes the cut an entry of the log.
WITH head AS (
    UPDATE log_tree SET epoch = epoch + 1, checkpoint = NULL, checkpoint_size = -1, checkpoint_at = '-infinity'
    WHERE size = $1 AND epoch = $2
    RETURNING epoch, size, root
)
INSERT INTO log_cut (id, epoch, size, root, witnessed_size, witnessed_root, salt)
SELECT (lpad(to_hex(floor(extract(epoch FROM statement_timestamp()) * 1000)::bigint), 12, '0') || '7'
        || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid,
       epoch, size, root, $3, $4, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
FROM head
RETURNING epoch
