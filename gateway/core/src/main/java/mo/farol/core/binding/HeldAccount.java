package mo.farol.core.binding;

/** An account that an e-ID has, or had once. @param linked whether it opens the e-ID now */
public record HeldAccount(AccountName name, boolean linked) {}
