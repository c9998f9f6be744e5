package mo.farol.core.binding;

/**
 * A notice to somebody about an e-ID: their own or a child's. It waits in their notices until read, and goes out by
 * e-mail when they have an address.
 *
 * @param to the recipient's row
 */
public record NewNotice(long to, NoticeKind kind) {}
