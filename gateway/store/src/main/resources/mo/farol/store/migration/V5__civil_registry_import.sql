-- How far each file of the civil registry was loaded, and which of its rows were not. Nothing personal: a file is known
-- by its SHA-256, a row by its line.

CREATE TABLE civil_registry_import (
    file                  bytea       PRIMARY KEY CHECK (length(file) = 32),
    run                   integer     NOT NULL DEFAULT 1,
    pass                  smallint    NOT NULL DEFAULT 1 CHECK (pass BETWEEN 1 AND 3),
    line                  bigint      NOT NULL DEFAULT 0,
    bytes                 bigint      NOT NULL DEFAULT 0,
    residents_added       bigint      NOT NULL DEFAULT 0,
    residents_changed     bigint      NOT NULL DEFAULT 0,
    residents_same        bigint      NOT NULL DEFAULT 0,
    guardianships_added   bigint      NOT NULL DEFAULT 0,
    guardianships_changed bigint      NOT NULL DEFAULT 0,
    guardianships_same    bigint      NOT NULL DEFAULT 0,
    rejected              bigint      NOT NULL DEFAULT 0,
    begun_at              timestamptz NOT NULL DEFAULT statement_timestamp(),
    moved_at              timestamptz NOT NULL DEFAULT statement_timestamp()
);
COMMENT ON COLUMN civil_registry_import.run IS 'How often the file was begun';
COMMENT ON COLUMN civil_registry_import.pass IS '1 residents, 2 guardianships, 3 done';
COMMENT ON COLUMN civil_registry_import.bytes IS 'Unpacked; line and bytes move in the commit of the rows before them';

-- Kept until the file, or after its import another one, is begun anew.
CREATE TABLE civil_registry_rejection (
    file   bytea   NOT NULL REFERENCES civil_registry_import,
    run    integer NOT NULL,
    line   bigint  NOT NULL,
    reason text    NOT NULL,
    about  text,
    PRIMARY KEY (file, run, line)
);
COMMENT ON COLUMN civil_registry_rejection.about IS 'A column''s name or place, never what the row says';

GRANT SELECT, INSERT, UPDATE ON civil_registry_import TO farol_app;
GRANT SELECT, INSERT, DELETE ON civil_registry_rejection TO farol_app;
-- A name or a photo that the registry has withdrawn is no longer on file.
GRANT DELETE ON resident_field TO farol_app;
