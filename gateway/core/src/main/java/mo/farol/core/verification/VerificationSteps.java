package mo.farol.core.verification;

/** The steps in their order; {@link VerifyFlow} puts the I/O between them. */
record VerificationSteps(
        ReadStep read,
        AllowStep allow,
        ParseStep parse,
        OpenStep open,
        GenuineCheck genuine,
        TimeAndTypeStep timeAndType,
        ReplayStep replay,
        RedeemStep redeem,
        AnswerStep answer) {}
