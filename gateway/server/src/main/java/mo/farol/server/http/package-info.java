/** The listener: limits, deadlines, overload, and one form for every failure. */
@NullMarked
package mo.farol.server.http;

import org.jspecify.annotations.NullMarked;
