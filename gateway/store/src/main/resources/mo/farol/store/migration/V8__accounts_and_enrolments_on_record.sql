-- A sign-in account opens one e-ID at a time. A link that ended stays, so that nobody takes its place by one officer's
-- word. What was there before keeps an unknown issuer, which counts as every issuer.
ALTER TABLE resident_account DROP CONSTRAINT resident_account_pkey;
ALTER TABLE resident_account ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
ALTER TABLE resident_account ADD COLUMN issuer bytea CHECK (length(issuer) = 32);
ALTER TABLE resident_account ADD COLUMN linked boolean NOT NULL DEFAULT true;
CREATE UNIQUE INDEX resident_account_linked ON resident_account (account) WHERE linked;
CREATE INDEX resident_account_account ON resident_account (account);
COMMENT ON COLUMN resident_account.issuer IS 'HMAC-SHA256 of the issuer';

CREATE TABLE account_case (
    id        uuid        PRIMARY KEY,
    account   bytea       NOT NULL CHECK (length(account) = 32),
    issuer    bytea       NOT NULL CHECK (length(issuer) = 32),
    resident  bigint      NOT NULL,
    opened_by text        NOT NULL,
    reason    text        NOT NULL,
    expires   timestamptz NOT NULL
);
CREATE INDEX account_case_expires ON account_case (expires);

GRANT UPDATE (linked) ON resident_account TO farol_app;
GRANT SELECT, INSERT, DELETE ON account_case TO farol_app;

-- What operators did that belongs to no resident's history. Inserted only; the gateway's role can neither change nor
-- delete it.
CREATE TABLE operator_act (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT statement_timestamp(),
    operator    text        NOT NULL,
    kind        smallint    NOT NULL,
    object      text,
    institution text
);
COMMENT ON COLUMN operator_act.kind IS 'Number of the OperatorActKind';

GRANT SELECT, INSERT ON operator_act TO farol_app;
