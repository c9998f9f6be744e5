/** {@code farol audit} and {@code farol restore}: the public log in the hands of auditors and operators. */
@NullMarked
package mo.farol.server.audit;

import org.jspecify.annotations.NullMarked;
