package mo.farol.core.verification;

/**
 * After step 5: the code is of the purpose's type and of this time.
 *
 * @param ageSeconds by the database's clock; negative when the phone's is ahead
 * @param late past its acceptance time: may match an earlier acceptance, is never redeemed
 */
record CurrentRequest(GenuineRequest genuine, long ageSeconds, boolean late) {}
